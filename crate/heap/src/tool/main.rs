//! `leak-heap`: questions to V8's heap files, from the command line.
#![forbid(unsafe_code)]

mod arguments;
mod command;
mod draft;
mod failure;
mod help;
mod load;
mod object;
mod output;
mod table;

use std::process::ExitCode;

use arguments::{Arguments, Parsed};
use failure::Failure;

fn main() -> ExitCode {
    let mut asked = None;
    let done = match arguments::parse(lexopt::Parser::from_env(), &mut asked) {
        Ok(Parsed::Help(text)) => output::print(text),
        Ok(Parsed::Run(name, arguments)) => command::run(name, &arguments),
        Err(failure) => Err(failure),
    };
    match done {
        // Closed: whoever read the output has read enough.
        Ok(()) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(failure) => {
            output::warn(&failure.to_string());
            if matches!(failure, Failure::Usage(_)) {
                let asked = asked.map_or("help".to_owned(), |name| format!("{name} --help"));
                output::warn(&format!("`leak-heap {asked}` says what there is."));
            }
            ExitCode::from(failure.exit_code())
        }
    }
}
