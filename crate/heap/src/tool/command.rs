//! The questions, a file each.

mod compare;
mod fields;
mod findings;
mod paths;
mod profile;
mod redact;
mod retainers;
mod search;
mod strings;
mod summary;
mod timeline;
mod what_if;

use crate::{Arguments, Failure};

/// All questions, as they are asked.
pub(crate) const NAMES: [&str; 13] = [
    "summary",
    "search",
    "fields",
    "compare",
    "retainers",
    "paths",
    "findings",
    "strings",
    "detached",
    "what-if",
    "timeline",
    "profile",
    "redact",
];

pub(crate) fn run(name: &str, arguments: &Arguments) -> Result<(), Failure> {
    match name {
        "summary" => summary::run(arguments),
        "compare" => compare::run(arguments),
        "fields" => fields::run(arguments),
        "search" => search::run(arguments),
        "retainers" => retainers::run(arguments),
        "paths" => paths::run(arguments),
        "findings" => findings::run(arguments),
        "strings" => strings::run(arguments),
        "detached" => findings::detached(arguments),
        "what-if" => what_if::run(arguments),
        "timeline" => timeline::run(arguments),
        "redact" => redact::run(arguments),
        "profile" => profile::run(arguments),
        _ => Err(Failure::usage(format!("there is no question `{name}`"))),
    }
}
