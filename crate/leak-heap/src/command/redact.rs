//! `redact`: the same file without its texts.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;

use heap::redact::{AllowList, Names, Options, Plan, Summary};
use heap::{Unpacker, format};
use serde_json::{Value, json};

use crate::{
    Failure,
    argument::Common,
    draft,
    load::Bar,
    output::{self, counted, line, text},
    source::{Source, is_standard_input},
};

/// Names that are listed for people.
const SHOWN: usize = 40;

#[derive(Args, Debug)]
#[command(
    after_help = "The same graph, sizes and ids; texts become filler of equal length. It opens in DevTools with the same figures. What may be data does not stay: contents of strings, keys of dictionaries, names that are there once, and names that do not read like a program's. Of the program only names stay that several of its things have, and these are listed: look through them before you give the file away."
)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    /// Where to
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// `names` (all names of classes, functions and properties, even if data are among them), `builtin` (only V8's and the
    /// standard library's), or =TEXT, a text that stays wherever it stands (several times)
    #[arg(long, value_name = "WHAT", value_parser = kept)]
    keep: Vec<Kept>,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Debug)]
enum Kept {
    Names(Names),
    Text(String),
}

fn kept(text: &str) -> Result<Kept, &'static str> {
    match (text, text.strip_prefix('=')) {
        ("names", _) => Ok(Kept::Names(Names::Kept)),
        ("builtin", _) => Ok(Kept::Names(Names::Allowed)),
        (_, Some(text)) => Ok(Kept::Text(text.to_owned())),
        _ => Err("names, builtin, or =TEXT for a text"),
    }
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let target = &asked.output;
    if target.extension().is_some_and(|end| end == "gz") {
        return Err(Failure::usage(
            "the redacted file is not compressed: give it a name without .gz",
        ));
    }
    if is_standard_input(file) {
        let what = "the file is read twice, and the standard input is there once: give it by name";
        return Err(Failure::usage(what));
    }
    let options = options(asked);
    let summary = draft::write(file, target, |out| {
        write(file, out, target, options, asked.common.quiet)
    })?;
    if asked.common.json {
        let names: Vec<Value> = (summary.names.iter())
            .map(|kept| json!({ "name": text(&kept.name), "uses": kept.uses }))
            .collect();
        return output::json(&json!({
            "kept": summary.kept, "replaced": summary.replaced, "emptied": summary.emptied, "names": names,
        }));
    }
    output::print(&format!(
        "{}: {} kept, {} replaced by filler of equal length\n{}",
        target.display(),
        counted(summary.kept, "text"),
        format::number(summary.replaced),
        names(&summary)
    ))
}

/// What is still there of the program, to look through.
fn names(summary: &Summary) -> String {
    if summary.names.is_empty() {
        return "No name of the program is among them.\n".into();
    }
    let all = summary.names.len();
    let shown = summary.names.iter().take(SHOWN);
    let list: Vec<String> = shown
        .map(|kept| format!("{} {}", line(&kept.name, 40), format::number(kept.uses)))
        .collect();
    let more = match all.saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(
            ", and {} more (--json lists all)",
            format::number(more as u64)
        ),
    };
    format!(
        "{} of the program stay, with how often each is used: {}{more}\n",
        counted(all as u64, "name"),
        list.join(", ")
    )
}

fn options(asked: &Asked) -> Options {
    let mut options = Options {
        names: Names::default(),
        keep: AllowList::standard(),
    };
    for kept in &asked.keep {
        match kept {
            Kept::Names(names) => options.names = *names,
            Kept::Text(text) => options.keep.add(text.as_bytes()),
        }
    }
    options
}

fn write(
    file: &Path,
    out: &mut dyn Write,
    target: &Path,
    options: Options,
    quiet: bool,
) -> Result<Summary, Failure> {
    let bar = Bar::new(file, quiet);
    let mut plan = Plan::new(options);
    let mut source = Source::open(file)?;
    let whole = source.bytes;
    let mut done = 0_u64;
    let mut show = move |title: &'static str, bytes: usize| {
        done += bytes as u64;
        let share = whole.map_or(0.0, |whole| done as f64 / (2 * whole).max(1) as f64);
        bar.show(title, share);
    };
    let mut unpacker = Unpacker::default();
    source.each(file, |chunk| {
        show("Reading", chunk.len());
        unpacker
            .feed(chunk, |bytes| plan.feed(bytes))
            .map_err(Failure::heap(file))
    })?;
    let damage = unpacker.finish(|bytes| plan.feed(bytes));
    if let Some(damage) = damage.map_err(Failure::heap(file))? {
        return Err(Failure::heap(file)(damage));
    }
    let mut redactor = plan.finish().map_err(Failure::heap(file))?;
    let mut piece = Vec::new();
    let mut unpacker = Unpacker::default();
    Source::open(file)?.each(file, |chunk| {
        show("Writing", chunk.len());
        piece.clear();
        unpacker
            .feed(chunk, |bytes| redactor.feed(bytes, &mut piece))
            .map_err(Failure::heap(file))?;
        out.write_all(&piece)
            .map_err(Failure::file("write", target))
    })?;
    redactor.finish().map_err(Failure::heap(file))
}
