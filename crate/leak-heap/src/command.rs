//! The questions, a file each.

mod compare;
mod fields;
mod findings;
mod package;
mod paths;
mod profile;
mod redact;
mod report;
mod retainers;
mod search;
mod strings;
mod summary;
mod timeline;
mod what_if;

use clap::{Parser, Subcommand};

use crate::Failure;

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

#[derive(Debug, Subcommand)]
pub(crate) enum Question {
    /// What is in the heap, by constructor, with DevTools' figures; realms with their sizes
    Summary(summary::Asked),
    /// Objects by a part of their name
    Search(search::Asked),
    /// What an object refers to, with values
    Fields(fields::Asked),
    /// What came and went between two files, and what grows over several
    Compare(compare::Asked),
    /// Who refers to an object, also in words
    Retainers(retainers::Asked),
    /// Why an object is alive: the shortest ways from the roots to it
    Paths(paths::Asked),
    /// Known patterns of leaks, with evidence
    Findings(findings::Asked),
    /// All of it as a page of Markdown: what grew, who holds it, what cutting would free
    Report(report::Asked),
    /// Strings that are there several times
    Strings(strings::Asked),
    /// DOM nodes outside of every document, and what holds them
    Detached(findings::DetachedAsked),
    /// What would be freed if some references were cut
    WhatIf(what_if::Asked),
    /// What was allocated when, and is still alive
    Timeline(timeline::Asked),
    /// Functions by what they allocated (.heapprofile)
    Profile(profile::Asked),
    /// The same file without its texts, to give away
    Redact(redact::Asked),
}

impl Question {
    pub(crate) fn answer(&self) -> Result<(), Failure> {
        match self {
            Self::Summary(asked) => summary::run(asked),
            Self::Search(asked) => search::run(asked),
            Self::Fields(asked) => fields::run(asked),
            Self::Compare(asked) => compare::run(asked),
            Self::Retainers(asked) => retainers::run(asked),
            Self::Paths(asked) => paths::run(asked),
            Self::Findings(asked) => findings::run(asked),
            Self::Report(asked) => report::run(asked),
            Self::Strings(asked) => strings::run(asked),
            Self::Detached(asked) => findings::detached(asked),
            Self::WhatIf(asked) => what_if::run(asked),
            Self::Timeline(asked) => timeline::run(asked),
            Self::Profile(asked) => profile::run(asked),
            Self::Redact(asked) => redact::run(asked),
        }
    }
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
    fn every_question_and_every_argument_says_what_it_is() {
        for question in CommandLine::command().get_subcommands() {
            assert!(question.get_about().is_some(), "{}", question.get_name());
            for argument in question.get_arguments() {
                let name = argument.get_id();
                assert!(
                    argument.get_help().is_some(),
                    "{} {name}",
                    question.get_name()
                );
            }
        }
    }
}
