//! `paths`: why an object is alive.

use std::path::{Path, PathBuf};

use clap::Args;
use heap::format;
use heap::{
    NodeIx, ObjectId, Snapshot,
    path::{Ended, Held, Options, Step},
    story,
};
use serde_json::{Value, json};

use crate::{
    Failure,
    argument::{self, Reading},
    load,
    output::{self, edge_label, line, name, text},
};

/// Steps of a path that are printed.
const STEPS: usize = 40;

/// The shortest retaining paths, disjoint where possible: each has to be cut for the object to go.
#[derive(Args, Debug)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    /// The object, such as @1234
    #[arg(value_name = "@ID", value_parser = argument::object)]
    object: ObjectId,
    /// Leave out paths through that object (several times)
    #[arg(long, value_name = "@ID", value_parser = argument::object)]
    ignore: Vec<ObjectId>,
    /// So many paths
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,
    /// Every single reference, also those of V8, Blink and Node between
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    reading: Reading,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let object = asked.object;
    let snapshot = load::snapshot(file, asked.reading)?;
    let node = find(&snapshot, object, file)?;
    let ignored = asked.ignore.iter().map(|&id| find(&snapshot, id, file));
    let ignored = ignored.collect::<Result<Vec<_>, _>>()?;
    let paths = snapshot.paths(
        node,
        &Options {
            most: asked.top,
            ignored: &ignored,
            ..Options::default()
        },
    );
    let sentence = |path: &heap::path::Path| {
        if asked.full {
            text(&path.sentence_by(snapshot.graph(), STEPS, |node| name(&snapshot, node)))
        } else {
            story::sentence(&snapshot, path).into()
        }
    };
    if asked.reading.json() {
        let list: Vec<Value> = paths
            .list
            .iter()
            .map(|path| {
                let steps: Vec<Value> = path
                    .steps
                    .iter()
                    .map(|step| {
                        json!({
                            "edge": text(&snapshot.edge_name(step.edge)),
                            "kind": snapshot.graph().edge_kind(step.edge).name(),
                            "from": snapshot.graph().id(step.from).0,
                            "name": text(&name(&snapshot, step.from)),
                        })
                    })
                    .collect();
                json!({ "sentence": sentence(path), "steps": steps })
            })
            .collect();
        let (held, ended) = (held(paths.held), ended(paths.ended));
        return output::json(
            &json!({ "id": object.0, "held": held, "ended": ended, "paths": list }),
        );
    }
    let mut out = format!(
        "{}, {} bytes retained: {}\n",
        object_text(&snapshot, node),
        format::number(snapshot.retained_size(node)),
        held(paths.held)
    );
    for path in &paths.list {
        let path = if asked.full {
            path_text(&snapshot, path)
        } else {
            story_text(&snapshot, path)
        };
        out.extend(["\n", &path]);
    }
    if !paths.list.is_empty() {
        out.extend(["\n", ended(paths.ended), "\n"]);
    }
    output::print(&out)
}

/// What holds it in words, a piece a line, with the object that other questions take.
fn story_text(snapshot: &Snapshot, path: &heap::path::Path) -> String {
    let mut lines = format!(
        "{} {}\n",
        line(story::object(snapshot, path.object).as_bytes(), 60),
        output::id(snapshot, path.object)
    );
    let pieces = story::pieces(snapshot, path);
    for piece in pieces.iter().take(STEPS) {
        let holder = output::id(snapshot, path.steps[piece.steps.end - 1].from);
        let words = line(piece.words().as_bytes(), 160);
        lines.extend(["  ← ", &words, " ", &holder, "\n"]);
    }
    if pieces.len() > STEPS {
        let more = format::number((pieces.len() - STEPS) as u64);
        lines.extend(["  ← … ", &more, " more (--full)\n"]);
    }
    lines
}

/// A step a line, with what other questions take.
fn path_text(snapshot: &Snapshot, path: &heap::path::Path) -> String {
    let mut lines = object_text(snapshot, path.object) + "\n";
    let step = |step: &Step| {
        let label = line(&edge_label(snapshot, step.edge), 60);
        format!("  ← {label} in {}\n", object_text(snapshot, step.from))
    };
    let hidden = path.steps.len().saturating_sub(STEPS);
    let (first, rest) = path.steps.split_at(path.steps.len().min(STEPS / 2));
    lines.extend(first.iter().map(step));
    if hidden > 0 {
        lines.extend(["  ← … ", &format::number(hidden as u64), " more …\n"]);
    }
    lines.extend(rest[hidden..].iter().map(step));
    lines
}

fn object_text(snapshot: &Snapshot, node: NodeIx) -> String {
    let name = line(&name(snapshot, node), 60);
    format!("{name} {}", output::id(snapshot, node))
}

/// The object of that number, or the advice where to find numbers.
pub(crate) fn find(snapshot: &Snapshot, id: ObjectId, file: &Path) -> Result<NodeIx, Failure> {
    snapshot.graph().find(id).ok_or_else(|| {
        let error = heap::Error::new(heap::Code::NoSuchObject, format!("no object @{}", id.0));
        Failure::heap(file)(error)
    })
}

fn held(held: Held) -> &'static str {
    match held {
        Held::Strongly => "kept alive",
        Held::BesideDistances => {
            "kept alive, over a reference that distances pass over (a WeakMap's key, for example)"
        }
        Held::Weakly => "only weak references lead to it: it is not kept alive",
        Held::ByNothing => "nothing leads to it",
        Held::Unknown => "not known: the search had to stop",
    }
}

fn ended(ended: Ended) -> &'static str {
    match ended {
        Ended::Most => "There may be more paths: --top.",
        Ended::Exhausted => "Every other way shares a reference with these.",
        Ended::Limit => "There may be more paths; the search had to stop.",
    }
}
