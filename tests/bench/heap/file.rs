//! The files to open: written once by a Node of their own, then kept in the target directory.

use leak_lab_tests::site_directory;
use std::path::{Path, PathBuf};
use tokio::process::Command;

/// A heap snapshot to open.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    pub(crate) bytes: f64,
}

impl File {
    /// A list 105,000 long among small objects.
    pub(crate) async fn deep(megabytes: u32) -> Result<Self, String> {
        made("deep", megabytes).await
    }

    /// The same without the list.
    pub(crate) async fn flat(megabytes: u32) -> Result<Self, String> {
        made("flat", megabytes).await
    }

    /// Two of one process that grew.
    pub(crate) async fn pair() -> Result<[Self; 2], String> {
        let [before, later] = ["pair-100", "pair-100-later"];
        if !(place(before).exists() && place(later).exists()) {
            make(&["pair", "100"], &[&place(before), &place(later)]).await?;
        }
        Ok([Self::at(before)?, Self::at(later)?])
    }

    /// A page with much DOM, as Chromium writes it.
    pub(crate) async fn chromium() -> Result<Self, String> {
        let fixture = "fixture/heap/chromium-dom.heapsnapshot.gz";
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join(fixture);
        let name = "chromium-dom";
        if !place(name).exists() {
            make(&["unpack"], &[&fixture, &place(name)]).await?;
        }
        Self::at(name)
    }

    pub(crate) fn megabytes(&self) -> f64 {
        self.bytes / 1e6
    }

    fn at(name: &str) -> Result<Self, String> {
        let path = place(name);
        let bytes = std::fs::metadata(&path)
            .map_err(|error| format!("{}: {error}", path.display()))?
            .len() as f64;
        let name = name.to_owned();
        Ok(Self { name, path, bytes })
    }
}

async fn made(shape: &str, megabytes: u32) -> Result<File, String> {
    let name = format!("{shape}-{megabytes}");
    if !place(&name).exists() {
        make(&[shape, &megabytes.to_string()], &[&place(&name)]).await?;
    }
    File::at(&name)
}

fn place(name: &str) -> PathBuf {
    let target = site_directory().join("..");
    target.join(format!("bench/heap/{name}.heapsnapshot"))
}

async fn make(words: &[&str], paths: &[&Path]) -> Result<(), String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/heap/make.mjs");
    let output = Command::new("node")
        .arg("--max-old-space-size=12000")
        .arg(script)
        .args(words)
        .args(paths)
        .output()
        .await
        .map_err(|error| format!("Node writes the files to open, but did not start: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("no file {}: {}", words.join(" "), said.trim()))
}
