//! A line of evidence: what it is, who holds it, what cutting would free.

use super::markdown::{Page, code, escape};
use crate::{
    EdgeIx, Evidence, Finding, Freed, NodeIx, SmallestCut, Snapshot, format, path::Options, story,
    wtf8,
};

/// Lines that are told with what holds them: each takes searches.
const MOST: usize = 8;

/// References of a cut.
const MOST_CUT: usize = 4;

/// Objects that a cut is looked for, for all of them together.
const MOST_OBJECTS: usize = 10_000;

pub(super) struct Lines<'a> {
    snapshot: &'a Snapshot,
    told: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, told: 0 }
    }

    pub(super) fn write(&mut self, page: &mut Page, finding: &Finding, evidence: &Evidence) {
        let id = code(&format!("@{}", self.snapshot.graph().id(evidence.node).0));
        let weight = match evidence.gained {
            0 => format!("retains {}", format::size(evidence.retained)),
            gained => format!("gained {}", format::size(gained)),
        };
        page.item(
            0,
            &format!("**{}** ({id}, {weight})", escape(&evidence.label)),
        );
        self.told += 1;
        if self.told > MOST {
            return;
        }
        if let Some(path) = self.path(evidence.node) {
            page.item(1, &format!("alive by: {}", escape(&path)));
        }
        let Some(edge) = evidence.edge else {
            return;
        };
        let freed = self.snapshot.cut(&[edge]);
        // Of a group it holds one only.
        if freed.bytes() >= evidence.retained / 2 {
            return self.frees(page, "cutting", &[edge], &freed);
        }
        page.item(1, &format!("one of them held by: {}", self.reference(edge)));
        if finding.evidence.len() == 1
            && let Some(edges) = self.least(finding)
        {
            let freed = self.snapshot.cut(&edges);
            self.frees(page, "the least to cut for all of them:", &edges, &freed);
        }
    }

    fn path(&self, node: NodeIx) -> Option<String> {
        let paths = self.snapshot.paths(node, &Options::default());
        let path = paths.list.first()?;
        Some(story::sentence(self.snapshot, path))
    }

    fn least(&self, finding: &Finding) -> Option<Vec<EdgeIx>> {
        let objects = finding.objects(0..MOST_OBJECTS);
        match self.snapshot.smallest_cut(objects, MOST_CUT) {
            SmallestCut::Edges { edges, .. } => Some(edges),
            _ => None,
        }
    }

    fn frees(&self, page: &mut Page, what: &str, edges: &[EdgeIx], freed: &Freed) {
        let edges = story::without_copies(self.snapshot, edges);
        let edges: Vec<String> = edges.iter().map(|&edge| self.reference(edge)).collect();
        let bytes = format::size(freed.bytes());
        let objects = format::many(freed.count() as u64, "object", "objects");
        page.item(
            1,
            &format!("{what} {} frees {bytes} in {objects}", edges.join(" and ")),
        );
    }

    /// In words, and as other questions take it.
    fn reference(&self, edge: EdgeIx) -> String {
        let graph = self.snapshot.graph();
        let label = wtf8::lossy(&self.snapshot.edge_label(edge)).into_owned();
        let reference = format!("@{}{label}", graph.id(graph.source(edge)).0);
        format!(
            "{} ({})",
            escape(&story::holder(self.snapshot, edge)),
            code(&reference)
        )
    }
}
