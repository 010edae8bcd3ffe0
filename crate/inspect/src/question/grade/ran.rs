//! What ran on the page of which a snapshot is: a text on its object `lab` says so (`web/lab/experiment/ran.js`).

use heap::{Column, EdgeKind, NodeIx, NodeKind, ObjectId, Passing, Snapshot, Sort};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::question::column::text;

/// A page of Leak Lab: V8's number of its `lab` is the same in all snapshots of it, and another once it is loaded anew.
pub(super) struct Lab {
    pub(super) id: ObjectId,
    pub(super) ran: Ran,
}

/// What ran, what made units last first.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ran {
    pub(super) runs: Vec<Run>,
    /// There are so many more.
    pub(super) left_out: u32,
}

/// A variant of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) slug: String,
    pub(super) variant: Variant,
    /// Units since the page began.
    pub(super) made: u64,
    /// Of these, so many were there when the page last let go of them.
    pub(super) let_go: u64,
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Variant {
    /// The one that leaks; of a control the only one.
    Leaky,
    /// The cured one.
    Fixed,
}

impl Variant {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Leaky => "leaky",
            Self::Fixed => "fixed",
        }
    }
}

/// Pages in one process, as many as are looked at.
const MOST: usize = 100;

/// The pages in a snapshot: those of one site may share a process.
pub(super) fn labs(snapshot: &Snapshot) -> Vec<Lab> {
    let rows = snapshot.rows().iter().filter(|row| row.name == b"Lab");
    let in_order = Sort::ascending(Column::File);
    let pages = rows.map(|row| snapshot.instances(row.class, &Passing::ALL, in_order, 0..MOST));
    let objects = pages.flat_map(|page| page.rows);
    objects.filter_map(|node| lab(snapshot, node)).collect()
}

fn lab(snapshot: &Snapshot, node: NodeIx) -> Option<Lab> {
    let graph = snapshot.graph();
    let (_, ran) = graph.edge_named(node, EdgeKind::Property, "ran")?;
    let is_text = matches!(graph.kind(ran), NodeKind::String | NodeKind::ConsString);
    let ran = is_text.then(|| read(&text(&snapshot.name(ran))))??;
    Some(Lab {
        id: graph.id(node),
        ran,
    })
}

/// `Leak Lab 1; leak-classes leaky made 1000, let go 400; leak-buffers fixed made 10; 2 more`.
fn read(text: &str) -> Option<Ran> {
    let mut parts = text.split("; ");
    let is_ours = parts.next() == Some("Leak Lab 1");
    let mut ran = Ran {
        runs: Vec::new(),
        left_out: 0,
    };
    for part in parts {
        if let Some(left) = part.strip_suffix(" more") {
            ran.left_out = left.parse().ok()?;
        } else {
            ran.runs.extend(run(part));
        }
    }
    is_ours.then_some(ran)
}

fn run(part: &str) -> Option<Run> {
    let (slug, rest) = part.split_once(' ')?;
    let (variant, counts) = rest.split_once(" made ")?;
    let (made, let_go) = counts.split_once(", let go ").unwrap_or((counts, "0"));
    let all = [Variant::Leaky, Variant::Fixed];
    Some(Run {
        slug: slug.to_owned(),
        variant: all.into_iter().find(|other| other.name() == variant)?,
        made: made.parse().ok()?,
        let_go: let_go.parse().ok()?,
    })
}

impl Ran {
    /// The run of a variant, if it is among those that are told.
    pub(super) fn of(&self, slug: &str, variant: Variant) -> Option<&Run> {
        let mut runs = self.runs.iter();
        runs.find(|run| run.slug == slug && run.variant == variant)
    }
}

impl Run {
    /// Units made since an earlier text; nothing if that does not tell.
    pub(super) fn since(&self, earlier: &Ran) -> Option<u64> {
        match earlier.of(&self.slug, self.variant) {
            Some(before) => self.made.checked_sub(before.made),
            None => (earlier.left_out == 0).then_some(self.made),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Run, Variant, read};

    #[test]
    fn what_the_page_writes_is_read() {
        let ran = read(
            "Leak Lab 1; leak-classes leaky made 1000, let go 400; leak-buffers fixed made 10; 2 more",
        );
        let run = |slug: &str, variant, made, let_go| Run {
            slug: slug.to_owned(),
            variant,
            made,
            let_go,
        };
        let ran = ran.expect("ours");
        assert_eq!(
            ran.runs,
            [
                run("leak-classes", Variant::Leaky, 1000, 400),
                run("leak-buffers", Variant::Fixed, 10, 0),
            ]
        );
        assert_eq!(ran.left_out, 2);
        assert_eq!(read("Leak Lab 1; nothing yet").expect("ours").runs, []);
    }

    #[test]
    fn what_is_no_such_text_is_not_taken_for_one() {
        for text in [
            "",
            "Leak Lab",
            "Leak Lab 2; a leaky made 1",
            "Leak Lab 1; many more",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        for part in [
            "a",
            "a leaky",
            "a leaky made",
            "a mended made 1",
            "a leaky made -1",
            "a leaky made 1, let go x",
        ] {
            let ran = read(&format!("Leak Lab 1; {part}; b fixed made 7")).expect("ours");
            assert_eq!(ran.runs.len(), 1, "{part}");
        }
    }
}
