use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use crate::{Workspace, site};

const POLL: Duration = Duration::from_millis(300);

/// The files a site is made of, and how they were when last looked at.
pub(super) struct Sources {
    places: Vec<PathBuf>,
    seen: u64,
}

impl Sources {
    pub(super) fn new(workspace: &Workspace) -> Self {
        let mut places = vec![workspace.web(), workspace.root.join("Cargo.toml")];
        places.extend(site::MODULES.map(|module| workspace.root.join("crate").join(module)));
        let seen = fingerprint(&places);
        Self { places, seen }
    }

    /// Sleeps until something changed and then stayed the same for one look, as an editor may write several files.
    pub(super) fn wait_for_change(&mut self) {
        let mut last = self.seen;
        loop {
            let now = fingerprint(&self.places);
            if now != self.seen && now == last {
                self.seen = now;
                return;
            }
            last = now;
            thread::sleep(POLL);
        }
    }
}

fn fingerprint(places: &[PathBuf]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for place in places {
        look(place, &mut hasher);
    }
    hasher.finish()
}

fn look(path: &Path, hasher: &mut DefaultHasher) {
    let Ok(metadata) = fs::metadata(path) else {
        return;
    };
    if metadata.is_file() {
        (path, metadata.len(), metadata.modified().ok()).hash(hasher);
        return;
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries
        .filter(|entry| !is_scratch(&entry.file_name().to_string_lossy()))
        .collect();
    paths.sort_by_key(fs::DirEntry::file_name);
    for entry in paths {
        look(&entry.path(), hasher);
    }
}

/// Editors' own files come and go.
fn is_scratch(name: &str) -> bool {
    name.starts_with(['.', '#']) || name.ends_with('~')
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn writing_adding_and_removing_are_changes_but_scratch_files_are_not() {
        let folder = env::temp_dir().join(format!("leak-lab-watch-{}", process::id()));
        fs::create_dir_all(folder.join("part")).unwrap();
        let look = || fingerprint(std::slice::from_ref(&folder));
        let empty = look();
        fs::write(folder.join("part/a.js"), "1").unwrap();
        let added = look();
        assert_ne!(added, empty);
        fs::write(folder.join("part/.a.js.swp"), "1").unwrap();
        fs::write(folder.join("a.js~"), "1").unwrap();
        assert_eq!(look(), added);
        fs::write(folder.join("part/a.js"), "22").unwrap();
        assert_ne!(look(), added);
        fs::remove_file(folder.join("part/a.js")).unwrap();
        assert_eq!(look(), empty);
        fs::remove_dir_all(&folder).unwrap();
    }
}
