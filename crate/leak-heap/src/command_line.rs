//! The command line: what is there to ask, and what several questions take.

use std::ops::Range;

use clap::{Args, Parser};
use heap::ObjectId;

use crate::command::Question;

const ABOUT: &str =
    "Questions to V8's heap files (.heapsnapshot, .heaptimeline, .heapprofile; also .gz)";

const NOTES: &str = "\
Sizes are bytes; @ID is the number that DevTools shows behind an object's name.
Exit codes: 0 answered, 1 a file or an object is not as needed, 2 the command line is not understood,
3 `--fail-on-growth` or `--fail` found something.";

#[derive(Debug, Parser)]
#[command(
    name = "leak-heap", bin_name = "leak-heap", version, about = ABOUT, after_help = NOTES,
    args_override_self = true,
    override_usage = "leak-heap QUESTION FILE... [OPTIONS]", subcommand_value_name = "QUESTION", subcommand_help_heading = "Questions",
)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) question: Option<Question>,
}

/// What every question takes.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(crate) struct Common {
    /// The answer for programs
    #[arg(long)]
    pub(crate) json: bool,
    /// No progress
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// How a snapshot is read.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(crate) struct Reading {
    /// Take a file whose end is missing
    #[arg(long)]
    pub(crate) partial: bool,
    #[command(flatten)]
    pub(crate) common: Common,
}

impl Reading {
    pub(crate) fn json(self) -> bool {
        self.common.json
    }
}

/// Which rows of a list are shown.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Rows {
    /// So many
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) top: usize,
    /// Leave out the first N
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) from: usize,
}

impl Rows {
    pub(crate) fn range(self) -> Range<usize> {
        self.from..self.from.saturating_add(self.top)
    }
}

/// `@1234`, as DevTools prints it, or the number alone.
pub(crate) fn object(text: &str) -> Result<ObjectId, String> {
    let number = text.strip_prefix('@').unwrap_or(text);
    let id = number
        .parse()
        .map_err(|_| "an object is @ and its number, such as @1234".to_owned())?;
    Ok(ObjectId(id))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn every_question_and_every_option_says_what_it_is() {
        for question in CommandLine::command().get_subcommands() {
            assert!(question.get_about().is_some(), "{}", question.get_name());
            for option in question.get_opts() {
                let name = option.get_id();
                assert!(
                    option.get_help().is_some(),
                    "{} {name}",
                    question.get_name()
                );
            }
        }
    }
}
