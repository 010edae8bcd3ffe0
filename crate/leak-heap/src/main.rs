//! `leak-heap`: questions to V8's heap files, from the command line.
#![forbid(unsafe_code)]

mod argument;
mod command;
mod draft;
mod failure;
mod kinship;
mod load;
mod object;
mod output;
mod source;
mod table;
mod threads;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use command::CommandLine;
use failure::Failure;

fn main() -> ExitCode {
    match answer() {
        // Closed: whoever read the output has read enough.
        Ok(()) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(failure) => {
            output::warn(&failure.to_string());
            ExitCode::from(failure.exit_code())
        }
    }
}

fn answer() -> Result<(), Failure> {
    match CommandLine::try_parse() {
        Ok(CommandLine {
            question: Some(question),
        }) => question.answer(),
        Ok(CommandLine { question: None }) => {
            output::print(&CommandLine::command().render_help().to_string())
        }
        // Help and version are errors in clap's eyes.
        Err(error) if error.use_stderr() => Err(error.into()),
        Err(help) => output::print(&help.to_string()),
    }
}
