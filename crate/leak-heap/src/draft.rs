//! A file that takes its place once it is complete: what was there is not lost to an error.

use std::{
    fs::{self, File, OpenOptions},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process,
};

use crate::Failure;

/// Writes a file made of another one.
pub(crate) fn write<T>(
    source: &Path,
    target: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let failed = || Failure::file("write", target);
    // Where links lead, if there is something already.
    let place = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
    if fs::canonicalize(source).is_ok_and(|source| source == place) {
        let what = "the new file cannot take the place of the one it is made of";
        return Err(Failure::usage(what));
    }
    if fs::metadata(&place).is_ok_and(|place| !place.is_file()) {
        // A pipe or a device: there is nothing to keep, and nothing may take its place.
        let mut out = BufWriter::new(File::create(&place).map_err(failed())?);
        let done = fill(&mut out)?;
        out.flush().map_err(failed())?;
        return Ok(done);
    }
    let draft = beside(&place);
    let mut options = OpenOptions::new();
    let opened = options.write(true).create_new(true).open(&draft);
    let mut out = BufWriter::new(opened.map_err(failed())?);
    let written = fill(&mut out).and_then(|done| {
        out.flush().map_err(failed())?;
        fs::rename(&draft, &place).map_err(failed())?;
        Ok(done)
    });
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}

/// A name that nothing has.
fn beside(place: &Path) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", process::id()));
    place.with_file_name(name)
}
