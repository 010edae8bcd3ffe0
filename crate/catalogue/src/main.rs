//! Writes the catalogue into a site, or the list of scenarios into the README.
#![forbid(unsafe_code)]

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

#[derive(Parser)]
#[command(about)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Writes index, cards, recipes and generated modules into a site's folder.
    Site {
        /// The folder.
        folder: PathBuf,
    },
    /// Writes the table of scenarios into a README.
    Readme {
        /// The file.
        #[arg(default_value = "README.md")]
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    let (place, done) = match Arguments::parse().task {
        Task::Site { folder } => (folder.display().to_string(), catalogue::write(&folder)),
        Task::Readme { file } => (file.display().to_string(), readme(&file)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("catalogue: {place}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn readme(file: &PathBuf) -> io::Result<()> {
    let renewed = catalogue::renewed(&fs::read_to_string(file)?, &catalogue::all());
    let renewed = renewed.ok_or_else(|| {
        io::Error::other("the marks between which the table stands are not there")
    })?;
    fs::write(file, renewed)
}
