use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use xtask::Failure;

/// Where the sources are and where what is built goes.
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    /// The version of Rust under which a warning is a failure.
    pub(crate) lints_judged_by: String,
}

impl Workspace {
    /// Asks cargo, which knows every way to configure the target directory.
    pub(crate) fn find() -> Result<Self, Failure> {
        let output = cargo()
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .output()
            .map_err(|error| Failure::new(format!("cannot run cargo: {error}")))?;
        let metadata: serde_json::Value =
            serde_json::from_slice(&output.stdout).unwrap_or_default();
        match (
            metadata["workspace_root"].as_str(),
            metadata["target_directory"].as_str(),
            metadata["metadata"]["leak-lab"]["lints-judged-by"].as_str(),
        ) {
            (Some(root), Some(target), Some(judge)) => Ok(Self {
                root: root.into(),
                target: target.into(),
                lints_judged_by: judge.into(),
            }),
            _ => Err(Failure::new(format!(
                "`cargo metadata` failed, is this inside of Leak Lab's sources? It said: {}",
                String::from_utf8_lossy(&output.stderr).trim()
            ))),
        }
    }

    /// The built site.
    pub(crate) fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    pub(crate) fn web(&self) -> PathBuf {
        self.root.join("web")
    }

    /// The package of browser tests, and of what they and `tsc` need from npm.
    pub(crate) fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// Cargo, at the root of the workspace.
    pub(crate) fn cargo<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut cargo = cargo();
        cargo.current_dir(&self.root).args(arguments);
        cargo
    }

    /// `path` as one would type it at the root.
    pub(crate) fn short<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

/// Cargo as if started from a shell: some build scripts run again when they see the variables that `cargo run` set for us.
fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        let ours = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_")
                || name.starts_with("CARGO_MANIFEST_")
                || name.starts_with("CARGO_BIN_")
        });
        if ours {
            cargo.env_remove(name);
        }
    }
    cargo
}
