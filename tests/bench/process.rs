//! What the renderers that this program has started take, as the system sees it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Bytes of a process.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Process {
    /// At once, ever.
    pub(crate) peak: f64,
    /// Now.
    pub(crate) resident: f64,
    /// Ticks of the clock that it was at work.
    worked: u64,
}

/// The one that has taken most: the page's. The others are spare ones. Nothing where the system does not tell.
pub(crate) fn renderer() -> Process {
    let found = own_renderers().unwrap_or_default().into_iter();
    found
        .max_by(|one, other| one.peak.total_cmp(&other.peak))
        .unwrap_or_default()
}

/// Waits until no renderer has anything to do: who chooses a file takes longer than a page that has just been loaded.
pub(crate) async fn at_rest() {
    let worked = || {
        own_renderers()
            .unwrap_or_default()
            .iter()
            .map(|process| process.worked)
            .sum::<u64>()
    };
    let mut before = worked();
    loop {
        tokio::time::sleep(REST).await;
        let now = worked();
        if now == before {
            return;
        }
        before = now;
    }
}

/// So long without a tick is rest.
const REST: Duration = Duration::from_millis(300);

fn own_renderers() -> Option<Vec<Process>> {
    let mut parents = HashMap::new();
    let mut renderers = Vec::new();
    for entry in fs::read_dir("/proc").ok()?.flatten() {
        let Some(id) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse::<u32>().ok())
        else {
            continue;
        };
        let Ok(status) = fs::read_to_string(entry.path().join("status")) else {
            continue; // it has just ended
        };
        let field = |name: &str| -> Option<u32> {
            let line = status.lines().find(|line| line.starts_with(name))?;
            line.split_whitespace().nth(1)?.parse().ok()
        };
        let bytes = |name| f64::from(field(name).unwrap_or(0)) * 1024.0;
        parents.insert(id, field("PPid:").unwrap_or(0));
        let command = fs::read(entry.path().join("cmdline")).unwrap_or_default();
        if is_for_pages(&String::from_utf8_lossy(&command)) {
            let process = Process {
                peak: bytes("VmHWM:"),
                resident: bytes("VmRSS:"),
                worked: worked(&entry.path()).unwrap_or(0),
            };
            renderers.push((id, process));
        }
    }
    let own = std::process::id();
    let is_own =
        |id| std::iter::successors(Some(id), |id| parents.get(id).copied()).any(|id| id == own);
    let renderers = renderers.into_iter().filter(|(id, _)| is_own(*id));
    Some(renderers.map(|(_, process)| process).collect())
}

/// In the page's own code and in the system's for it.
fn worked(process: &Path) -> Option<u64> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    // Its name, in parentheses, may be anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks = fields.split_whitespace().skip(11).take(2);
    ticks.map(|ticks| ticks.parse::<u64>().ok()).sum()
}

/// The browser's own surface is drawn in a renderer, too.
fn is_for_pages(command: &str) -> bool {
    command.contains("--type=renderer") && !command.contains("--top-chrome-webui")
}
