use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use notify::{
    Event, RecommendedWatcher,
    RecursiveMode::{NonRecursive, Recursive},
    Watcher,
};

use crate::{Failure, Workspace};

/// How long nothing must happen before a change is over: an editor may write several files.
const QUIET: Duration = Duration::from_millis(300);

/// Told by the system when a file that the site is made of changes.
pub(super) struct Sources {
    changes: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Sources {
    pub(super) fn watch(workspace: &Workspace) -> Result<Self, Failure> {
        let root = &workspace.root;
        let manifest = root.join("Cargo.toml");
        // The manifest through its folder: who writes it may put a new file in its place.
        Self::of(&[root.join("crate"), workspace.web()], &manifest).map_err(|error| {
            Failure::new(format!(
                "the sources cannot be watched: {error}; `cargo xtask serve` without --watch works"
            ))
        })
    }

    fn of(folders: &[PathBuf], file: &Path) -> notify::Result<Self> {
        let (tell, changes) = mpsc::channel();
        let single = file.to_owned();
        let within = folders.to_owned();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let is_source = |path: &PathBuf| {
                *path == single
                    || (within.iter().any(|folder| path.starts_with(folder)) && !is_scratch(path))
            };
            if event.is_ok_and(|event| !event.kind.is_access() && event.paths.iter().any(is_source))
            {
                let _ = tell.send(());
            }
        })?;
        for folder in folders {
            watcher.watch(folder, Recursive)?;
        }
        watcher.watch(file.parent().unwrap_or(file), NonRecursive)?;
        Ok(Self {
            changes,
            _watcher: watcher,
        })
    }

    /// Sleeps until something changed and then nothing did for a while.
    pub(super) fn wait_for_change(&self) {
        let _ = self.changes.recv();
        while self.changes.recv_timeout(QUIET).is_ok() {}
    }
}

/// Editors' own files come and go.
fn is_scratch(path: &Path) -> bool {
    let name = path.file_name().map(OsStr::to_string_lossy);
    name.is_some_and(|name| name.starts_with(['.', '#']) || name.ends_with('~'))
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::*;

    #[test]
    fn writing_adding_and_removing_are_changes_but_scratch_files_are_not() {
        let root = env::temp_dir().join(format!("leak-lab-watch-{}", process::id()));
        let folder = root.join("web");
        fs::create_dir_all(folder.join("part")).unwrap();
        let root = root.canonicalize().unwrap();
        let folder = root.join("web");
        let manifest = root.join("Cargo.toml");
        let sources = Sources::of(std::slice::from_ref(&folder), &manifest).unwrap();
        let changes: [&dyn Fn(); 5] = [
            &|| fs::write(folder.join("part/a.js"), "1").unwrap(),
            &|| fs::write(folder.join("part/a.js"), "22").unwrap(),
            &|| fs::rename(folder.join("part/a.js"), folder.join("b.js")).unwrap(),
            &|| fs::remove_file(folder.join("b.js")).unwrap(),
            &|| fs::write(&manifest, "").unwrap(),
        ];
        for change in changes {
            change();
            sources.wait_for_change();
        }
        fs::write(folder.join("part/.a.js.swp"), "1").unwrap();
        fs::write(folder.join("a.js~"), "1").unwrap();
        fs::write(root.join("README.md"), "1").unwrap();
        assert!(sources.changes.recv_timeout(QUIET).is_err());
        fs::remove_dir_all(&root).unwrap();
    }
}
