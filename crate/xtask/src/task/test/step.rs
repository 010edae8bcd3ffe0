use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::available_parallelism;

use super::super::build;
use crate::{Failure, Workspace, browser::Browser, npm, process, site, size, toolchain};

/// One step of `cargo xtask test`.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) needs_site: bool,
    pub(super) run: fn(&Workspace) -> Result<Outcome, Failure>,
}

pub(super) enum Outcome {
    Passed,
    /// Holds the reason.
    Skipped(String),
}

pub(super) const SITE: &str = "site";

/// In the order in which they run: what is quick to fail comes first.
pub(super) const STEPS: [Step; 11] = [
    Step {
        name: "format",
        needs_site: false,
        run: format,
    },
    Step {
        name: "javascript",
        needs_site: false,
        run: javascript,
    },
    Step {
        name: "clippy",
        needs_site: false,
        run: clippy,
    },
    Step {
        name: "clippy-wasm",
        needs_site: false,
        run: clippy_wasm,
    },
    Step {
        name: "native",
        needs_site: false,
        run: native,
    },
    Step {
        name: "wasm",
        needs_site: false,
        run: wasm,
    },
    Step {
        name: SITE,
        needs_site: false,
        run: site,
    },
    Step {
        name: "size",
        needs_site: true,
        run: size,
    },
    Step {
        name: "types",
        needs_site: true,
        run: types,
    },
    Step {
        name: "node",
        needs_site: true,
        run: node,
    },
    Step {
        name: "browser",
        needs_site: true,
        run: browser,
    },
];

fn format(workspace: &Workspace) -> Result<Outcome, Failure> {
    toolchain::ensure_component(workspace, "fmt", "rustfmt")?;
    let mut cargo = workspace.cargo(["fmt", "--all", "--check", "--"]);
    cargo.args(scenarios(workspace)?);
    passed(
        &mut cargo,
        "the sources are not formatted: `cargo fmt --all -- crate/*/src/scenario/*/*.rs` does it",
    )
}

/// The files of scenarios: a macro lists them, which the formatter does not look into.
fn scenarios(workspace: &Workspace) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for module in ["lab", "lab-web"] {
        let folder = workspace
            .root
            .join("crate")
            .join(module)
            .join("src/scenario");
        for theme in entries(&folder)? {
            if theme.is_dir() {
                files.extend(entries(&theme)?);
            }
        }
    }
    files.retain(|file| file.extension().is_some_and(|end| end == "rs"));
    Ok(files)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let read = fs::read_dir(folder).map_err(Failure::at("read", folder))?;
    let paths = read.map(|entry| entry.map(|entry| entry.path()));
    paths
        .collect::<Result<_, _>>()
        .map_err(Failure::at("read", folder))
}

fn javascript(workspace: &Workspace) -> Result<Outcome, Failure> {
    if let Some(reason) = npm::absence() {
        return Ok(Outcome::Skipped(reason));
    }
    npm::install(workspace)?;
    passed(
        npm::biome(workspace).args(["ci", "--error-on-warnings"]),
        "the JavaScript is not as Biome wants it: `tests/node_modules/.bin/biome check --write` mends what it can",
    )
}

fn clippy(workspace: &Workspace) -> Result<Outcome, Failure> {
    toolchain::ensure_component(workspace, "clippy", "clippy")?;
    let mut cargo = workspace.cargo(["clippy", "--workspace", "--all-targets"]);
    judged(workspace, &mut cargo);
    passed(&mut cargo, "clippy has warnings: see above")
}

fn clippy_wasm(workspace: &Workspace) -> Result<Outcome, Failure> {
    toolchain::ensure_component(workspace, "clippy", "clippy")?;
    toolchain::ensure_wasm_target(workspace)?;
    let mut cargo = workspace.cargo(["clippy", "--target", toolchain::WASM]);
    for module in site::MODULES {
        cargo.args(["--package", module.name]);
    }
    judged(workspace, &mut cargo);
    passed(
        &mut cargo,
        "clippy has warnings in the wasm modules: see above",
    )
}

/// Makes failures of warnings, if this is the compiler to judge them.
fn judged(workspace: &Workspace, clippy: &mut Command) {
    let (judge, here) = (&workspace.lints_judged_by, toolchain::version(workspace));
    if here.as_deref() == Some(judge) {
        clippy.args(["--", "-D", "warnings"]);
    } else {
        let here = here.as_deref().unwrap_or("unknown");
        println!("warnings are only shown: Rust {judge} judges them, and this is {here}");
    }
}

fn native(workspace: &Workspace) -> Result<Outcome, Failure> {
    let mut cargo = workspace.cargo(["test", "--workspace"]);
    passed(&mut cargo, "a native test failed: see above")
}

/// The engine's tests where its users run it: as a wasm module, of 32 bits and with little stack.
fn wasm(workspace: &Workspace) -> Result<Outcome, Failure> {
    if let Some(reason) = npm::absence() {
        return Ok(Outcome::Skipped(reason));
    }
    toolchain::ensure_target(workspace, toolchain::WASI)?;
    let runner = workspace.tests().join("wasm").join("run.mjs");
    let mut cargo = workspace.cargo(["test", "--target", toolchain::WASI, "--package", "heap"]);
    cargo
        .args(["--lib", "--test", "heap", "--test", "devtools", "--config"])
        .arg(format!(
            "target.{}.runner=['node','--no-warnings','{}']",
            toolchain::WASI,
            runner.display()
        ))
        // A panic ends a module at once: what the test said must be out by then.
        .args(["--", "--no-capture"]);
    passed(&mut cargo, "a test of the engine failed in wasm: see above")
}

fn site(workspace: &Workspace) -> Result<Outcome, Failure> {
    build(workspace).map(|()| Outcome::Passed)
}

fn size(workspace: &Workspace) -> Result<Outcome, Failure> {
    size::check(workspace).map(|()| Outcome::Passed)
}

fn types(workspace: &Workspace) -> Result<Outcome, Failure> {
    if let Some(reason) = npm::absence() {
        return Ok(Outcome::Skipped(reason));
    }
    npm::install(workspace)?;
    let mut tsc = npm::tsc(workspace)?;
    passed(&mut tsc, "the types of web/ do not fit: see above")
}

/// The inspector without a page.
fn node(workspace: &Workspace) -> Result<Outcome, Failure> {
    if let Some(reason) = npm::absence() {
        return Ok(Outcome::Skipped(reason));
    }
    let browser = Browser::ensure()?;
    let tests = workspace.tests().join("node");
    let mut node = Command::new("node");
    // Left to itself it leaves one processor to others: of two it would use one.
    let processors = available_parallelism().map_or(1, NonZero::get);
    node.arg("--test")
        .arg(format!("--test-concurrency={processors}"))
        .args(reporter("dot"))
        .args(reporter(
            &tests.join("browser/skips.mjs").display().to_string(),
        ))
        .arg(tests)
        .env("LEAK_LAB_SITE", workspace.site());
    passed(
        browser.name_to(&mut node),
        "a test in Node failed: see above",
    )
}

fn reporter(name: &str) -> [String; 2] {
    [
        format!("--test-reporter={name}"),
        "--test-reporter-destination=stdout".into(),
    ]
}

fn browser(workspace: &Workspace) -> Result<Outcome, Failure> {
    let browser = Browser::ensure()?;
    // Of the whole workspace: a selection would have features of its own, and compile all they reach once more.
    let mut cargo = workspace.cargo(["test", "--workspace", "--test", "site", "--test", "claims"]);
    cargo.env("LEAK_LAB_SITE", workspace.site());
    passed(
        browser.name_to(&mut cargo),
        "a test in the browser failed: see above",
    )
}

fn passed(command: &mut Command, failure: &str) -> Result<Outcome, Failure> {
    process::run(command, failure).map(|()| Outcome::Passed)
}
