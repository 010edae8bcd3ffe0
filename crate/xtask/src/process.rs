//! Other programs: found and run.

use std::{
    io::ErrorKind,
    path::PathBuf,
    process::{Command, Stdio},
};

use xtask::Failure;

/// Runs `command` with its output shown; `failure` says what it means when it fails.
pub(crate) fn run(command: &mut Command, failure: &str) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::new(failure)),
        Err(error) => Err(not_started(command, &error)),
    }
}

/// Whether `command` ends well; its output is not shown.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// What `command` prints, when it ends well.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The program's file, as a shell would find it on the PATH.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    which::which(program).ok()
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(match error.kind() {
        ErrorKind::NotFound => format!("`{program}` was not found: install it and try again"),
        _ => format!("`{program}` could not be started: {error}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_or_named() {
        assert!(find("cargo").is_some());
        assert!(find("no-such-program").is_none());
        let failure = run(&mut Command::new("no-such-program"), "")
            .unwrap_err()
            .to_string();
        assert_eq!(
            failure,
            "`no-such-program` was not found: install it and try again"
        );
    }
}
