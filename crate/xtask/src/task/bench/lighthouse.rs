use std::{fs, path::Path, process::Command};

use serde_json::Value;
use xtask::{Options, Server};

use crate::{Failure, Workspace, browser::Browser, process};

/// Large, and of use here only: it is no dependency of the tests.
const VERSION: &str = "12.8.2";
const PRESETS: [&str; 2] = ["mobile", "desktop"];
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
const TIMES: [&str; 3] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
];

/// Prints what Lighthouse says of the served site, as a phone and as a desktop sees it.
pub(super) fn run(workspace: &Workspace, browser: &Browser) -> Result<(), Failure> {
    let folder = workspace.target.join("lighthouse");
    install(&folder)?;
    let server = Server::start(workspace.site(), 0, Options::default())?;
    println!("\nlighthouse {VERSION}");
    for preset in PRESETS {
        let report = folder.join(format!("{preset}.json"));
        let mut node = Command::new("node");
        node.arg(folder.join("node_modules/lighthouse/cli/index.js"))
            .arg(server.url())
            .args([
                "--quiet",
                "--output=json",
                "--chrome-flags=--headless=new --no-sandbox",
            ])
            .arg(format!("--output-path={}", report.display()));
        if preset == "desktop" {
            node.arg("--preset=desktop");
        }
        node.env("CHROME_PATH", browser.chromium());
        process::run(
            &mut node,
            "Lighthouse did not come to an end: see above why",
        )?;
        let text = fs::read(&report).map_err(Failure::at("read", &report))?;
        let value = serde_json::from_slice(&text)
            .map_err(|error| Failure::new(format!("{}: {error}", report.display())))?;
        print(preset, &value);
    }
    Ok(())
}

fn install(folder: &Path) -> Result<(), Failure> {
    let manifest = folder.join("node_modules/lighthouse/package.json");
    let installed: Option<Value> = fs::read(manifest)
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok());
    if installed.is_some_and(|package| package["version"] == VERSION) {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(Failure::at("create", folder))?;
    println!("fetching Lighthouse (about 185 MB, once)");
    let npm = process::find("npm").unwrap_or_else(|| "npm".into());
    let package = format!("lighthouse@{VERSION}");
    process::run(
        Command::new(npm)
            .args([
                "install",
                "--no-save",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefix",
            ])
            .arg(folder)
            .arg(package),
        "Lighthouse could not be installed: see above why; it needs the network once",
    )
}

fn print(preset: &str, report: &Value) {
    println!("  {preset}");
    for category in CATEGORIES {
        println!(
            "    {category:<28} {:>8.0}",
            score(&report["categories"][category])
        );
    }
    for time in TIMES {
        let audit = &report["audits"][time];
        println!(
            "    {time:<28} {:>8.0} ms",
            audit["numericValue"].as_f64().unwrap_or(f64::NAN)
        );
    }
    let audits = report["audits"].as_object().into_iter().flatten();
    for (name, audit) in
        audits.filter(|(_, audit)| audit["score"].as_f64().is_some_and(|score| score < 0.9))
    {
        let words = audit["displayValue"].as_str().unwrap_or_default();
        println!("    {:>3.0}  {name} {words}", score(audit));
    }
}

fn score(of: &Value) -> f64 {
    of["score"].as_f64().map_or(f64::NAN, |part| part * 100.0)
}
