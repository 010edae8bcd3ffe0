//! What the built site weighs, beside what was accepted in `tests/size.json`.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use serde::{Deserialize, Serialize};

use crate::{Failure, Workspace, site::MODULES};

/// Growth in percent that needs no consent.
const GROWTH: u64 = 5;
const SCRIPTS: &str = "all JavaScript";

/// The committed file.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Accepted {
    /// The most that the first view may take on the wire, heads and all.
    first_view: u64,
    /// Bytes compressed, by part of the site.
    parts: BTreeMap<String, u64>,
}

struct Part {
    name: String,
    first_view: bool,
    plain: u64,
    packed: u64,
}

/// Prints every part of the site with its size.
pub(crate) fn print(workspace: &Workspace) -> Result<(), Failure> {
    println!("  {:<18} {:>9} {:>10}", "bytes", "plain", "gzip");
    for part in measure(&workspace.site())? {
        let first = if part.first_view { "  first view" } else { "" };
        println!(
            "  {:<18} {:>9} {:>10}{first}",
            part.name, part.plain, part.packed
        );
    }
    Ok(())
}

/// Fails on a part that grew beyond what was accepted, or was never accepted.
pub(crate) fn check(workspace: &Workspace) -> Result<(), Failure> {
    let accepted = read(workspace)?;
    let parts = measure(&workspace.site())?;
    let wrong: Vec<_> = parts
        .iter()
        .filter_map(|part| excess(&accepted, part))
        .collect();
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{}: make it smaller, or accept it with `cargo xtask size --accept` and commit tests/size.json",
        wrong.join("; ")
    )))
}

/// Writes down the present sizes as accepted; the bound of the first view stays.
pub(crate) fn accept(workspace: &Workspace) -> Result<(), Failure> {
    let parts = measure(&workspace.site())?;
    let accepted = Accepted {
        first_view: read(workspace)?.first_view,
        parts: parts
            .into_iter()
            .map(|part| (part.name, part.packed))
            .collect(),
    };
    let text =
        serde_json::to_string_pretty(&accepted).map_err(|error| Failure::new(error.to_string()))?;
    let file = file(workspace);
    fs::write(&file, text + "\n").map_err(Failure::at("write", &file))
}

fn file(workspace: &Workspace) -> PathBuf {
    workspace.tests().join("size.json")
}

fn read(workspace: &Workspace) -> Result<Accepted, Failure> {
    let file = file(workspace);
    let text = fs::read_to_string(&file).map_err(Failure::at("read", &file))?;
    serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("{}: {error}", workspace.short(&file))))
}

/// What is wrong with a part, in words.
fn excess(accepted: &Accepted, part: &Part) -> Option<String> {
    let (name, now) = (&part.name, part.packed);
    let Some(before) = accepted.parts.get(name) else {
        return Some(format!("{name} takes {now} bytes, and none were accepted"));
    };
    let grown = now * 100 > before * (100 + GROWTH);
    grown.then(|| format!("{name} grew from {before} to {now} bytes, by more than {GROWTH} %"))
}

fn measure(site: &Path) -> Result<Vec<Part>, Failure> {
    let mut parts = Vec::new();
    for module in MODULES {
        let file = site.join("wasm").join(module.binary());
        parts.push(part(module.binary(), module.first_view, &[file])?);
    }
    let mut scripts = Vec::new();
    collect(site, &mut scripts).map_err(Failure::at("list", site))?;
    parts.push(part(SCRIPTS.into(), false, &scripts)?);
    Ok(parts)
}

fn part(name: String, first_view: bool, files: &[PathBuf]) -> Result<Part, Failure> {
    let (mut plain, mut packed) = (0, 0);
    for file in files {
        let bytes = fs::read(file).map_err(Failure::at("read", file))?;
        plain += bytes.len() as u64;
        packed += gzip(&bytes).map_err(Failure::at("compress", file))?;
    }
    Ok(Part {
        name,
        first_view,
        plain,
        packed,
    })
}

/// Bytes that the server would send, without the head.
fn gzip(bytes: &[u8]) -> io::Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

fn collect(folder: &Path, scripts: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, scripts)?;
        } else if path.extension().is_some_and(|end| end == "js") {
            scripts.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_needs_consent_beyond_a_twentieth_and_a_new_part_always() {
        let accepted = Accepted {
            first_view: 0,
            parts: BTreeMap::from([("lab".to_owned(), 1000)]),
        };
        let said = |name: &str, packed| {
            excess(
                &accepted,
                &Part {
                    name: name.into(),
                    first_view: true,
                    plain: 0,
                    packed,
                },
            )
        };
        assert_eq!(said("lab", 1050), None);
        assert_eq!(said("lab", 1), None);
        assert!(said("lab", 1051).unwrap().contains("from 1000 to 1051"));
        assert!(said("new", 1).unwrap().contains("none were accepted"));
    }
}
