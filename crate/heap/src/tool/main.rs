//! `leak-heap`: questions to V8's heap files, from the command line.
#![forbid(unsafe_code)]

mod arguments;
mod command;
mod failure;
mod help;
mod load;
mod output;
mod table;

use std::process::ExitCode;

use arguments::{Arguments, Parsed};
use failure::Failure;

fn main() -> ExitCode {
    let done = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(Parsed::Help(text)) => output::print(text),
        Ok(Parsed::Run(name, arguments)) => command::run(name, &arguments),
        Err(failure) => Err(failure),
    };
    match done {
        // Closed: whoever read the output has read enough.
        Ok(()) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}
