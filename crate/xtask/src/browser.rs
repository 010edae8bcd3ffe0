//! The browser that the tests drive, found or installed.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Failure, debian, process};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Chromium and the driver that fits it.
pub(crate) struct Browser {
    chromium: PathBuf,
    driver: PathBuf,
}

impl Browser {
    /// Finds both, or installs them where the system's package manager has them.
    pub(crate) fn ensure() -> Result<Self, Failure> {
        if let Some(found) = Self::find()? {
            return Ok(found);
        }
        debian::install(&["chromium", "chromium-driver"])?;
        Self::find()?.ok_or_else(|| {
            Failure::new("Chromium and chromedriver were installed but are not on the PATH: name them in CHROMIUM and CHROMEDRIVER")
        })
    }

    /// Tells a command, and with it the tests, which programs to use.
    pub(crate) fn name_to<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("CHROMIUM", &self.chromium)
            .env("CHROMEDRIVER", &self.driver)
    }

    pub(crate) fn chromium(&self) -> &Path {
        &self.chromium
    }

    fn find() -> Result<Option<Self>, Failure> {
        let mac = || Path::new(MAC).is_file().then(|| PathBuf::from(MAC));
        let on_path = || BROWSERS.iter().find_map(|name| process::find(name));
        let chromium = named("CHROMIUM")?.or_else(on_path).or_else(mac);
        let driver = named("CHROMEDRIVER")?.or_else(|| process::find("chromedriver"));
        Ok(chromium
            .zip(driver)
            .map(|(chromium, driver)| Self { chromium, driver }))
    }
}

fn named(variable: &str) -> Result<Option<PathBuf>, Failure> {
    match env::var_os(variable).map(PathBuf::from) {
        Some(file) if !file.is_file() => Err(Failure::new(format!(
            "{variable} names {}, which is no file: correct it, or unset it to use what is on the PATH",
            file.display()
        ))),
        named => Ok(named),
    }
}
