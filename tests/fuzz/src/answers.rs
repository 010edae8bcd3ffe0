//! Questions to whatever was accepted. Answers are looked at for what must hold in all files.

use heap::{
    Column, Comparison, EdgeIx, Filter, GrowthOptions, Kinship, NodeIx, ReportOptions, Search,
    Series, SmallestCut, Snapshot, Sort, Stacks, StringColumn, Wanted, all_findings, by_structure,
    growth, intervals, made_between_and_still_there, path, report,
};

use crate::chance::Chance;

const COLUMNS: [Column; 6] = [
    Column::File,
    Column::Name,
    Column::Id,
    Column::Distance,
    Column::Shallow,
    Column::Retained,
];

/// Asks everything about one file.
///
/// # Panics
/// An answer contradicts another one.
pub fn one(snapshot: &Snapshot, chance: &mut Chance) {
    lists(snapshot, chance);
    for _ in 0..3 {
        let node = node(snapshot, chance);
        object(snapshot, node, chance);
        paths(snapshot, node, chance);
    }
    cuts(snapshot, chance);
    for finding in all_findings(snapshot) {
        assert!(!finding.title.is_empty() && !finding.pattern.advice().is_empty());
        finding.objects(range(chance));
    }
    times(snapshot, chance);
}

/// Asks about a file and others of its kind, in the order in which they were taken.
///
/// # Panics
/// An answer contradicts another one.
pub fn several(snapshots: &[&Snapshot], chance: &mut Chance) {
    let (first, last) = (snapshots[0], snapshots[snapshots.len() - 1]);
    for (before, after) in [(first, last), (last, first), (first, first)] {
        let comparison = Comparison::new(before, after);
        for row in comparison.rows() {
            assert!(row.added_count > 0 || row.removed_count > 0);
            let sort = sort(chance);
            let added = comparison.added(&row.key, sort, range(chance));
            let removed = comparison.removed(&row.key, sort, range(chance));
            assert_eq!(added.map(|page| page.total), Ok(row.added_count));
            assert_eq!(removed.map(|page| page.total), Ok(row.removed_count));
        }
    }
    let middle = snapshots[snapshots.len() / 2];
    let stayed = made_between_and_still_there(first, middle, last);
    for row in stayed.rows() {
        let page = stayed.objects(&row.key, sort(chance), range(chance));
        assert_eq!(page.map(|page| page.total), Ok(row.count));
    }
    let series = Series::new(snapshots);
    for row in series.classes() {
        assert_eq!(row.counts.len(), snapshots.len());
    }
    for row in series.collections() {
        assert_eq!(row.references.len(), snapshots.len());
    }
    growth(snapshots, &GrowthOptions::default());
    for files in [snapshots, &snapshots[..1]] {
        assert!(!report(files, &ReportOptions::default()).is_empty());
    }
    Kinship::of(first, last);
    assert_eq!(by_structure(first, first), []);
}

fn lists(snapshot: &Snapshot, chance: &mut Chance) {
    for filter in [
        Filter::All,
        Filter::DuplicatedStrings,
        Filter::DetachedDom,
        Filter::Console,
        Filter::EventHandlers,
        Filter::Contexts,
        Filter::Unreached,
        Filter::AllocatedBetween {
            after: heap::ObjectId(chance.below(30) as u64),
            up_to: heap::ObjectId(chance.below(60) as u64),
        },
    ] {
        let passing = snapshot.filter(&filter);
        let rows = snapshot.rows_filtered(&passing);
        for row in &rows {
            let page = snapshot.instances(row.class, &passing, sort(chance), range(chance));
            assert_eq!(page.total, row.count, "{filter:?}");
        }
        let text: &[u8] = chance.one::<&[u8]>(&[b"a", b"Foo", b"", b"@", b"@7", b"\xED\xA0\xBD"]);
        let search = Search {
            text,
            case_sensitive: chance.below(2) == 0,
        };
        snapshot.search(search, &passing, sort(chance), range(chance));
    }
    let wanted = Wanted {
        property: Some(chance.one::<&[u8]>(&[b"a", b"map", b"", b"\xFF"])),
        shallow: Some((chance.below(9) as u64, chance.below(99) as u64)),
        ..Wanted::default()
    };
    let passing = snapshot.wanted(&wanted, &snapshot.filter(&Filter::All));
    snapshot.objects(&passing, sort(chance), range(chance));
    let names = snapshot.class_names();
    for row in snapshot.rows() {
        let rows = snapshot.rows().iter();
        let meant = names.meant(&row.key, rows.map(|row| (&row.key[..], &row.name[..])));
        assert_eq!(meant.len(), 1);
    }
    snapshot.statistics();
    for by in [
        StringColumn::Wasted,
        StringColumn::Count,
        StringColumn::Shallow,
        StringColumn::Retained,
    ] {
        for group in snapshot.duplicate_strings(by, range(chance)).rows {
            let page = snapshot.duplicates(group.number, sort(chance), range(chance));
            assert_eq!(page.total, group.count);
        }
    }
    snapshot.duplicates(chance.number() as u32, sort(chance), range(chance));
    snapshot.wasted_by_duplicates();
}

fn object(snapshot: &Snapshot, node: NodeIx, chance: &mut Chance) {
    let _ = (
        snapshot.name(node),
        snapshot.value(node),
        snapshot.is_reached(node),
    );
    for reference in snapshot.fields(node, sort(chance), range(chance)).rows {
        let _ = (
            snapshot.edge_name(reference.edge),
            snapshot.edge_label(reference.edge),
        );
    }
    let ignored: Vec<NodeIx> = (0..chance.below(4))
        .map(|_| self::node(snapshot, chance))
        .collect();
    let ignored = snapshot.ignoring(&ignored);
    snapshot.retainers_of(node, ignored.as_ref(), sort(chance), range(chance));
    snapshot.retainers_of(node, None, sort(chance), range(chance));
    snapshot.dominated(node, sort(chance), range(chance));
    let chain = snapshot.dominators(node);
    assert_eq!(chain.last(), Some(&snapshot.graph().root()));
}

fn paths(snapshot: &Snapshot, node: NodeIx, chance: &mut Chance) {
    let ignored: Vec<NodeIx> = (0..chance.below(3))
        .map(|_| self::node(snapshot, chance))
        .collect();
    let ignored_edges: Vec<EdgeIx> = (0..chance.below(3))
        .filter_map(|_| edge(snapshot, chance))
        .collect();
    let options = path::Options {
        most: *chance.one(&[0, 1, 3, 1000, usize::MAX]),
        ignored: &ignored,
        ignored_edges: &ignored_edges,
        through_weak: chance.below(2) == 0,
    };
    for path in snapshot.paths(node, &options).list {
        let mut at = path.object;
        assert_eq!(at, node);
        for step in &path.steps {
            assert_eq!(snapshot.graph().target(step.edge), at);
            assert_eq!(snapshot.graph().source(step.edge), step.from);
            assert!(!ignored_edges.contains(&step.edge) && !ignored.contains(&step.from));
            at = step.from;
        }
        path.sentence(snapshot, chance.below(5));
    }
}

fn cuts(snapshot: &Snapshot, chance: &mut Chance) {
    let nodes: Vec<NodeIx> = (0..chance.below(5))
        .map(|_| node(snapshot, chance))
        .collect();
    let edges: Vec<EdgeIx> = (0..chance.below(5))
        .filter_map(|_| edge(snapshot, chance))
        .collect();
    snapshot.cut(&edges).rows(snapshot);
    let freed = snapshot.release(&nodes);
    let holders = snapshot.holders(&nodes);
    assert_eq!(
        (holders.all.bytes(), holders.all.count()),
        (freed.bytes(), freed.count())
    );
    let most = *chance.one(&[0, 1, 2, 8, usize::MAX]);
    if let SmallestCut::Edges { edges, .. } = snapshot.smallest_cut(&nodes, most) {
        assert!(edges.len() <= most);
        let cut = snapshot.cut(&edges);
        // The root cannot go.
        let stays = |node: &&NodeIx| freed.has(**node) && !cut.has(**node);
        assert_eq!(nodes.iter().find(stays), None, "{edges:?} frees them all");
    }
}

fn times(snapshot: &Snapshot, chance: &mut Chance) {
    let _ = intervals(snapshot);
    let Ok(stacks) = Stacks::new(snapshot) else {
        return;
    };
    for top in stacks.tops() {
        let path = [top.function, chance.below(4) as u32];
        for path in [&path[..1], &path[..], &[]] {
            let _ = (stacks.callers(path), stacks.objects(path));
        }
    }
    stacks.stack(node(snapshot, chance), range(chance));
}

fn node(snapshot: &Snapshot, chance: &mut Chance) -> NodeIx {
    NodeIx(chance.below(snapshot.graph().node_count() as usize) as u32)
}

fn edge(snapshot: &Snapshot, chance: &mut Chance) -> Option<EdgeIx> {
    let edges = snapshot.graph().edge_count() as usize;
    (edges > 0).then(|| EdgeIx(chance.below(edges) as u32))
}

fn sort(chance: &mut Chance) -> Sort {
    let by = *chance.one(&COLUMNS);
    if chance.below(2) == 0 {
        Sort::ascending(by)
    } else {
        Sort::descending(by)
    }
}

/// Also empty ones, and such that end before they begin.
fn range(chance: &mut Chance) -> std::ops::Range<usize> {
    let bounds = [0, 1, 3, 20, usize::MAX];
    *chance.one(&bounds)..*chance.one(&bounds)
}
