//! `cargo xtask`: everything one does with Leak Lab from the command line.
#![forbid(unsafe_code)]

mod browser;
mod command_line;
mod debian;
mod npm;
mod process;
mod site;
mod size;
mod task;
mod toolchain;
mod workspace;

use std::process::ExitCode;

use command_line::Command;
use workspace::Workspace;
use xtask::Failure;

fn main() -> ExitCode {
    let command = match command_line::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(failure) => return end(&failure, 2),
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => end(&failure, 1),
    }
}

fn run(command: Command) -> Result<(), Failure> {
    if let Command::Help(text) = command {
        print!("{text}");
        return Ok(());
    }
    let workspace = Workspace::find()?;
    match command {
        Command::Help(_) => Ok(()),
        Command::Build => task::build(&workspace),
        Command::Serve(options) => task::serve(&workspace, options),
        Command::Test { only } => task::test(&workspace, &only),
        Command::Verify => task::verify(&workspace),
        Command::Shots { names } => task::shots(&workspace, &names),
        Command::Size { accept } => task::weigh(&workspace, accept),
        Command::Bench { names } => task::bench(&workspace, &names),
        Command::Field(field) => task::field(&workspace, field),
    }
}

fn end(failure: &Failure, code: u8) -> ExitCode {
    eprintln!("error: {failure}");
    ExitCode::from(code)
}
