//! `redact`: the same file without its texts.

use std::{io::Write, path::Path};

use heap::redact::{AllowList, Names, Options, Plan, Summary};
use serde_json::json;

use crate::{
    Arguments, Failure, draft,
    load::{Bar, Source},
    output::{self, counted},
    table::grouped,
};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let Some(target) = &arguments.output else {
        return Err(Failure::usage(
            "say where to write the redacted file: --output OUT",
        ));
    };
    if target.extension().is_some_and(|end| end == "gz") {
        return Err(Failure::usage(
            "the redacted file is not compressed: give it a name without .gz",
        ));
    }
    let options = options(arguments)?;
    let summary = draft::write(file, target, |out| {
        write(file, out, target, options, arguments)
    })?;
    if arguments.json {
        return output::json(&json!({ "kept": summary.kept, "replaced": summary.replaced }));
    }
    output::print(&format!(
        "{}: {} kept, {} replaced by filler of equal length\n",
        target.display(),
        counted(summary.kept, "text"),
        grouped(summary.replaced)
    ))
}

fn options(arguments: &Arguments) -> Result<Options, Failure> {
    let mut keep = AllowList::standard();
    let mut names = Names::Kept;
    for list in &arguments.keep {
        match list.as_str() {
            "names" => names = Names::Kept,
            "builtin" => names = Names::Allowed,
            text => match text.strip_prefix('=') {
                Some(text) => keep.add(text.as_bytes()),
                None => {
                    return Err(Failure::usage(format!(
                        "--keep {text}: names, builtin, or =TEXT for a text"
                    )));
                }
            },
        }
    }
    Ok(Options { names, keep })
}

fn write(
    file: &Path,
    out: &mut dyn Write,
    target: &Path,
    options: Options,
    arguments: &Arguments,
) -> Result<Summary, Failure> {
    let mut bar = Bar::new(file, arguments);
    let mut plan = Plan::new(options);
    let mut source = Source::open(file)?;
    let whole = source.bytes;
    let mut done = 0_u64;
    let mut show = move |title: &str, bytes: usize| {
        done += bytes as u64;
        let share = whole.map_or(0.0, |whole| done as f64 / (2 * whole).max(1) as f64);
        bar.show(title, share);
    };
    source.each(file, |chunk| {
        show("Reading", chunk.len());
        plan.feed(chunk).map_err(Failure::heap(file))
    })?;
    let mut redactor = plan.finish().map_err(Failure::heap(file))?;
    let mut piece = Vec::new();
    Source::open(file)?.each(file, |chunk| {
        show("Writing", chunk.len());
        piece.clear();
        redactor
            .feed(chunk, &mut piece)
            .map_err(Failure::heap(file))?;
        out.write_all(&piece)
            .map_err(Failure::file("write", target))
    })?;
    redactor.finish().map_err(Failure::heap(file))
}
