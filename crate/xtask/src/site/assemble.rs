use std::{
    fs, io,
    path::{Path, PathBuf},
    process,
};

use crate::{Failure, Workspace};

/// A site in the making, beside the real one: removed unless published.
pub(super) struct Draft {
    folder: PathBuf,
    site: PathBuf,
}

impl Draft {
    pub(super) fn new(workspace: &Workspace) -> Result<Self, Failure> {
        let site = workspace.site();
        let folder = beside(&site, "draft");
        let _ = fs::remove_dir_all(&folder);
        let draft = Self { folder, site };
        fs::create_dir_all(draft.wasm()).map_err(Failure::at("create", &draft.wasm()))?;
        // GitHub Pages would otherwise leave out what Jekyll does not like.
        let mark = draft.folder.join(".nojekyll");
        fs::write(&mark, "").map_err(Failure::at("write", &mark))?;
        Ok(draft)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn wasm(&self) -> PathBuf {
        self.folder.join("wasm")
    }

    /// Copies the sources of the page, which are served as they were written.
    pub(super) fn copy_web(&self, web: &Path) -> Result<(), Failure> {
        copy(web, &self.folder).map_err(Failure::at("copy", web))
    }

    /// Copies heap files that the page offers.
    pub(super) fn copy_samples(&self, from: &Path, names: &[&str]) -> Result<(), Failure> {
        let folder = self.folder.join("sample");
        fs::create_dir_all(&folder).map_err(Failure::at("create", &folder))?;
        for name in names {
            let file = from.join(name);
            let to = folder.join(file.file_name().unwrap_or_default());
            fs::copy(&file, to).map_err(Failure::at("copy", &file))?;
        }
        Ok(())
    }

    /// Puts the draft where the site was.
    pub(super) fn publish(self) -> Result<(), Failure> {
        let old = beside(&self.site, "old");
        let _ = fs::remove_dir_all(&old);
        match fs::rename(&self.site, &old) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(Failure::at("replace", &self.site)(error));
            }
            _ => {}
        }
        fs::rename(&self.folder, &self.site).map_err(|error| {
            let _ = fs::rename(&old, &self.site);
            Failure::at("write", &self.site)(error)
        })?;
        let _ = fs::remove_dir_all(&old);
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Names with the process in them: a `serve --watch` and a `test` may build at the same time.
fn beside(site: &Path, what: &str) -> PathBuf {
    site.with_extension(format!("{what}-{}", process::id()))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else if entry.file_name() != "tsconfig.json" {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    fn workspace(name: &str) -> Workspace {
        let root = env::temp_dir().join(format!("leak-lab-site-{}-{name}", process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("web/part")).unwrap();
        for file in ["index.html", "part/a.js", "tsconfig.json"] {
            fs::write(root.join("web").join(file), file).unwrap();
        }
        Workspace {
            target: root.join("target"),
            root,
            lints_judged_by: String::new(),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let name =
            |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(name).collect();
        names.sort();
        names
    }

    #[test]
    fn a_published_draft_is_the_whole_site_and_nothing_of_the_last() {
        let workspace = workspace("publish");
        for gone in ["index.html", "part/a.js"] {
            let draft = Draft::new(&workspace).unwrap();
            draft.copy_web(&workspace.web()).unwrap();
            draft.publish().unwrap();
            assert!(workspace.site().join(gone).exists());
            fs::remove_file(workspace.web().join(gone)).unwrap();
        }
        assert_eq!(names(&workspace.site()), [".nojekyll", "part", "wasm"]);
        assert_eq!(names(&workspace.target), ["site"]);
        fs::remove_dir_all(&workspace.root).unwrap();
    }

    #[test]
    fn a_draft_that_is_given_up_leaves_the_site_alone() {
        let workspace = workspace("abandon");
        Draft::new(&workspace).unwrap().publish().unwrap();
        let draft = Draft::new(&workspace).unwrap();
        draft.copy_web(&workspace.web()).unwrap();
        drop(draft);
        assert_eq!(names(&workspace.site()), [".nojekyll", "wasm"]);
        assert_eq!(names(&workspace.target), ["site"]);
        fs::remove_dir_all(&workspace.root).unwrap();
    }
}
