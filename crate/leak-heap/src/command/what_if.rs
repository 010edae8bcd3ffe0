//! `what-if`: what would be freed, before anything is changed.

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};
use heap::{
    Code, EdgeIx, EdgeName, Error, Freed, Label, NodeIx, NodeKind, ObjectId, SmallestCut, Snapshot,
    format,
    limits::MAX_RETAINERS_SEEN_BY_CUT,
    story::{self, Class},
    wtf8,
};
use serde_json::{Value, json};

use super::paths::find;
use crate::{
    Failure,
    argument::{self, Reading},
    load,
    output::{self, counted, edge_label, line, text},
    table::Table,
};

/// Edges of a smallest cut.
const MOST: usize = 8;

#[derive(Args, Debug)]
#[command(
    override_usage = "leak-heap what-if FILE [@ID]... [--cut @ID.NAME]... [--class NAME] [OPTIONS]",
    group = ArgGroup::new("lets go").args(["objects", "cut", "class"]).multiple(true).required(true),
    after_help = "What is freed is counted once, and with what else holds it, so that a fix that frees nothing is seen before it is written."
)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    /// All references to these objects are cut
    #[arg(value_name = "@ID", value_parser = argument::object)]
    objects: Vec<ObjectId>,
    /// The reference NAME of the object @ID is cut: `@12.cache`, `@12[0]` (several times)
    #[arg(long, value_name = "@ID.NAME", value_parser = Reference::parse)]
    cut: Vec<Reference>,
    /// All objects of a class let go; of several classes of one name all, or the one of `NAME (FILE:LINE:COLUMN)`
    #[arg(long, value_name = "NAME")]
    class: Option<String>,
    /// So many rows
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,
    #[command(flatten)]
    reading: Reading,
}

/// `@12.cache`, `@12[0]`, and as answers print what only V8 refers to, `@12{table}`
#[derive(Clone, Debug)]
struct Reference {
    object: ObjectId,
    edge: String,
}

impl Reference {
    fn parse(text: &str) -> Result<Self, String> {
        let end = text
            .find(['.', '[', '{'])
            .ok_or("a reference is an object and a name, such as @12.cache or @12[0]")?;
        Ok(Self {
            object: argument::object(&text[..end])?,
            edge: text[end..].to_owned(),
        })
    }
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let snapshot = load::snapshot(file, asked.reading)?;
    let mut objects = Vec::new();
    for &id in &asked.objects {
        objects.push(find(&snapshot, id, file)?);
    }
    let mut classes = Vec::new();
    if let Some(class) = &asked.class {
        classes = story::classes(&snapshot, class).map_err(Failure::heap(file))?;
        objects.extend(classes.iter().flat_map(|class| &class.objects));
    }
    if asked.cut.is_empty() {
        return independent(&snapshot, &objects, &classes, asked);
    }
    let mut edges = Vec::new();
    for Reference { object, edge } in &asked.cut {
        edges.push(edge_of(
            &snapshot,
            find(&snapshot, *object, file)?,
            edge,
            file,
        )?);
    }
    freed(&snapshot, &snapshot.without(&edges, &objects), asked)
}

fn freed(snapshot: &Snapshot, freed: &Freed, asked: &Asked) -> Result<(), Failure> {
    if asked.reading.json() {
        return output::json(&freed_json(snapshot, freed, asked));
    }
    output::print(&freed_text(snapshot, freed, asked))
}

fn freed_text(snapshot: &Snapshot, freed: &Freed, asked: &Asked) -> String {
    let mut table = Table::new(&["Freed", "Count", "Bytes"]);
    for row in freed.rows(snapshot).iter().take(asked.top) {
        table.row(vec![
            line(&row.name, 60).into(),
            row.count.into(),
            row.bytes.into(),
        ]);
    }
    let heading = format!(
        "{} bytes in {} would be freed\n",
        format::number(freed.bytes()),
        counted(freed.count() as u64, "object")
    );
    if freed.count() == 0 {
        return heading;
    }
    format!("{heading}\n{}", table.text())
}

fn freed_json(snapshot: &Snapshot, freed: &Freed, asked: &Asked) -> Value {
    let rows = freed.rows(snapshot);
    let rows: Vec<Value> = rows
        .iter()
        .take(asked.top)
        .map(|row| json!({ "name": text(&row.name), "count": row.count, "bytes": row.bytes }))
        .collect();
    json!({ "bytes": freed.bytes(), "count": freed.count(), "classes": rows })
}

fn independent(
    snapshot: &Snapshot,
    objects: &[NodeIx],
    classes: &[Class],
    asked: &Asked,
) -> Result<(), Failure> {
    let holders = snapshot.holders(objects);
    let smallest = snapshot.smallest_cut(objects, MOST);
    let label = |label: &Label| match label {
        Label::Index => "[…]".into(),
        Label::Text(text) => wtf8::lossy(text).into_owned(),
    };
    if asked.reading.json() {
        let list: Vec<Value> = holders
            .list
            .iter()
            .take(asked.top)
            .map(|holder| {
                json!({
                    "holder": text(snapshot.class_name(holder.first)), "reference": label(&holder.label),
                    "told": story::holder(snapshot, holder.edges[0]),
                    "holders": holder.holders, "held": holder.held,
                    "first": snapshot.graph().id(holder.first).0,
                    "freedAlone": holder.alone.as_ref().map(|alone| json!({ "bytes": alone.bytes, "count": alone.count })),
                })
            })
            .collect();
        return output::json(&json!({
            "freed": freed_json(snapshot, &holders.all, asked), "holders": list,
            "smallestCut": smallest_json(snapshot, &smallest),
            "isSmallest": matches!(smallest, SmallestCut::Edges { is_smallest: true, .. }),
            "classes": classes.iter().map(|class| json!({ "name": class.name, "count": class.objects.len() })).collect::<Vec<_>>(),
        }));
    }
    let mut table = Table::new(&[
        "Held independently by",
        "Reference",
        "Holders",
        "Objects held",
        "Freed by cutting these alone",
    ]);
    for holder in holders.list.iter().take(asked.top) {
        let alone = holder.alone.as_ref().map_or("?".into(), |alone| {
            format!("{} bytes", format::number(alone.bytes))
        });
        table.row(vec![
            line(holder_name(snapshot, holder.first).as_bytes(), 60).into(),
            line(label(&holder.label).as_bytes(), 60).into(),
            holder.holders.into(),
            holder.held.into(),
            alone.into(),
        ]);
    }
    let all = freed_text(snapshot, &holders.all, asked);
    let held = if holders.list.is_empty() {
        String::new()
    } else {
        table.text() + "\n"
    };
    output::print(&format!(
        "{}{all}\n{held}{}",
        classes_text(classes),
        smallest_text(snapshot, &smallest)
    ))
}

/// Where several classes have the name.
fn classes_text(classes: &[Class]) -> String {
    if classes.len() < 2 {
        return String::new();
    }
    let each = classes.iter().map(|class| {
        let name = line(class.name.as_bytes(), 100);
        format!(
            "  {name}: {}\n",
            counted(class.objects.len() as u64, "object")
        )
    });
    format!(
        "{} have this name, all of them are asked about:\n{}\n",
        format::many(classes.len() as u64, "class", "classes"),
        each.collect::<String>()
    )
}

/// A scope by its function, others by their class.
fn holder_name(snapshot: &Snapshot, node: NodeIx) -> String {
    let told = story::object(snapshot, node);
    match snapshot.graph().kind(node) {
        NodeKind::Object if !told.contains("scope of ") => {
            wtf8::lossy(snapshot.class_name(node)).into_owned()
        }
        _ => told,
    }
}

fn smallest_text(snapshot: &Snapshot, smallest: &SmallestCut) -> String {
    match smallest {
        SmallestCut::Edges {
            edges, is_smallest, ..
        } => {
            let edges: Vec<String> = story::without_copies(snapshot, edges)
                .into_iter()
                .map(|edge| edge_text(snapshot, edge))
                .collect();
            let heading = match is_smallest {
                true => "The least to cut",
                false => "This would do; the search for less had to stop",
            };
            format!("{heading}:\n  {}\n", edges.join("\n  "))
        }
        SmallestCut::Held => {
            format!("No {MOST} references free them all: more hold them, or V8's own roots do.\n")
        }
        SmallestCut::Free => "Nothing keeps any of them alive.\n".into(),
        SmallestCut::Limit => format!(
            "The least to cut is not known: the search looks at {} references at most, and no object above has {MOST} or fewer.\n",
            format::number(MAX_RETAINERS_SEEN_BY_CUT)
        ),
    }
}

fn smallest_json(snapshot: &Snapshot, smallest: &SmallestCut) -> Value {
    match smallest {
        SmallestCut::Edges { edges, .. } => {
            let edges: Vec<Value> = edges
                .iter()
                .map(|&edge| {
                    let source = snapshot.graph().source(edge);
                    json!({
                        "from": snapshot.graph().id(source).0, "edge": text(&edge_label(snapshot, edge)),
                        "told": story::holder(snapshot, edge),
                    })
                })
                .collect();
            json!(edges)
        }
        SmallestCut::Held => json!("held"),
        SmallestCut::Free => json!("free"),
        SmallestCut::Limit => json!("limit"),
    }
}

/// What it is in words, and as `--cut` takes it.
fn edge_text(snapshot: &Snapshot, edge: EdgeIx) -> String {
    let source = snapshot.graph().source(edge);
    let label = edge_label(snapshot, edge);
    format!(
        "{}  {}{}",
        line(story::holder(snapshot, edge).as_bytes(), 160),
        output::id(snapshot, source),
        line(&label, 60)
    )
}

fn edge_of(
    snapshot: &Snapshot,
    node: NodeIx,
    wanted: &str,
    file: &Path,
) -> Result<EdgeIx, Failure> {
    let graph = snapshot.graph();
    let plain = wanted.strip_prefix('.').unwrap_or(wanted);
    let index = wanted
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(plain);
    // As printed first: a field and an internal reference may have one name.
    let mut edges = graph.edges(node);
    let printed = edges.find(|&edge| edge_label(snapshot, edge) == wanted.as_bytes());
    let mut edges = graph.edges(node);
    let named = || {
        edges.find(|&edge| match graph.edge_name(edge) {
            EdgeName::Text(name) => name == plain.as_bytes(),
            EdgeName::Index(number) => index.parse() == Ok(number),
        })
    };
    let found = printed.or_else(named);
    found.ok_or_else(|| {
        let what = format!("@{} has no `{wanted}`", graph.id(node).0);
        Failure::heap(file)(Error::new(Code::NoSuchEdge, what))
    })
}
