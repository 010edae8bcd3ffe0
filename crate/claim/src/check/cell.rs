//! A cell of a view of the Memory tab, asked of the engine.

use std::borrow::Borrow;

use heap::{ClassRow, Filter, NodeIx, ObjectId, Passing, Snapshot, Sort, Stacks, Statistics};

use super::route::is_called;
use crate::{Column, Entry, Miss, Pair, Pattern, Reading, Row, View};

/// What a cell reads. `None`: the row is not there, and neither snapshot has the class.
///
/// A Comparison has no row of what did not change: where a snapshot has the class, that is a zero. Of several rows that read
/// the same, such as classes of one name in two scripts, the sum.
pub(super) fn cell<S: Borrow<Snapshot>>(
    row: &Row,
    pair: &Pair<S>,
    now: Option<&Reading<S>>,
) -> Result<Option<f64>, Miss> {
    let name = Pattern::new(&row.constructor);
    match row.view {
        View::Comparison => comparison(row, &name, pair),
        View::Summary => summary(row, &name, pair),
        View::Containment => Ok(containment(row, &name, pair.after())),
        View::Statistics => Ok(statistics(row, pair)),
        View::DetachedElements => detached(&name, now),
        View::Allocation => allocation(row, &name, now),
    }
}

fn comparison(
    row: &Row,
    name: &Pattern,
    pair: &Pair<impl Borrow<Snapshot>>,
) -> Result<Option<f64>, Miss> {
    let [before, after] = [pair.before(), pair.after()];
    let known = [before, after].iter().any(|snapshot| {
        let mut rows = snapshot.rows().iter();
        rows.any(|class| name.matches(&class.name) && has_object(snapshot, class, row))
    });
    let mut found = known.then(Sums::default);
    for class in pair.comparison().rows() {
        if !name.matches(&class.name) {
            continue;
        }
        shown(row, &class.name)?;
        if row.object.is_empty() {
            let sums = found.get_or_insert_default();
            sums.came(class.added_count.into(), class.added_size);
            sums.went(class.removed_count.into(), class.removed_size);
            continue;
        }
        // In some snapshot, or it did not come and did not go.
        let Some(sums) = &mut found else { continue };
        let (sort, all) = (Sort::ascending(heap::Column::File), 0..usize::MAX);
        let came = pair.comparison().added(&class.key, sort, all.clone());
        let went = pair.comparison().removed(&class.key, sort, all);
        for node in named(after, came.map(|page| page.rows).unwrap_or_default(), row) {
            sums.came(1, after.shallow_size(node));
        }
        for node in named(before, went.map(|page| page.rows).unwrap_or_default(), row) {
            sums.went(1, before.shallow_size(node));
        }
    }
    Ok(found.map(|sums| sums.read(row.column)))
}

/// What came and what went.
#[derive(Default)]
struct Sums {
    new: u64,
    deleted: u64,
    allocated: u64,
    freed: u64,
}

impl Sums {
    fn came(&mut self, count: u64, size: u64) {
        self.new += count;
        self.allocated = self.allocated.saturating_add(size);
    }

    fn went(&mut self, count: u64, size: u64) {
        self.deleted += count;
        self.freed = self.freed.saturating_add(size);
    }

    fn read(&self, column: Column) -> f64 {
        let [new, deleted] = [self.new, self.deleted].map(|count| count as f64);
        let [allocated, freed] = [self.allocated, self.freed].map(|size| size as f64);
        match column {
            Column::New => new,
            Column::Deleted => deleted,
            Column::AllocSize => allocated,
            Column::FreedSize => freed,
            Column::SizeDelta => allocated - freed,
            _ => new - deleted,
        }
    }
}

fn summary(
    row: &Row,
    name: &Pattern,
    pair: &Pair<impl Borrow<Snapshot>>,
) -> Result<Option<f64>, Miss> {
    let snapshot = pair.after();
    let passing = snapshot.filter(&filter(row.filter.entry, pair));
    let rows = snapshot.rows_filtered(&passing);
    let mut found: Option<f64> = None;
    for class in rows.iter().filter(|class| name.matches(&class.name)) {
        shown(row, &class.name)?;
        let value = if row.object.is_empty() && row.column != Column::Farthest {
            Some(of_class(class, row.column))
        } else {
            of_objects(
                snapshot,
                &instances(snapshot, class, &passing, row),
                row.column,
            )
        };
        let Some(value) = value else { continue };
        found = Some(match (found, row.column) {
            (None, _) => value,
            (Some(other), Column::Distance) => value.min(other),
            (Some(other), Column::Farthest) => value.max(other),
            (Some(other), _) => value + other,
        });
    }
    Ok(found)
}

/// The drop-down's entry. Snapshot 1 ends with the last id that it knows.
fn filter(entry: Entry, pair: &Pair<impl Borrow<Snapshot>>) -> Filter {
    let last = |snapshot: &Snapshot| {
        let graph = snapshot.graph();
        let ids = graph.nodes().map(|node| graph.id(node));
        ids.max().unwrap_or(ObjectId(0))
    };
    let between = |after, up_to| Filter::AllocatedBetween { after, up_to };
    match entry {
        Entry::AllObjects => Filter::All,
        Entry::AllocatedBefore => between(ObjectId(0), last(pair.before())),
        Entry::AllocatedBetween => between(last(pair.before()), last(pair.after())),
        Entry::DuplicatedStrings => Filter::DuplicatedStrings,
        Entry::DetachedDom => Filter::DetachedDom,
        Entry::Console => Filter::Console,
        Entry::EventHandlers => Filter::EventHandlers,
        Entry::Contexts => Filter::Contexts,
    }
}

fn instances(snapshot: &Snapshot, class: &ClassRow, passing: &Passing, row: &Row) -> Vec<NodeIx> {
    let sort = Sort::ascending(heap::Column::File);
    let page = snapshot.instances(class.class, passing, sort, 0..usize::MAX);
    named(snapshot, page.rows, row).collect()
}

fn named(snapshot: &Snapshot, nodes: Vec<NodeIx>, row: &Row) -> impl Iterator<Item = NodeIx> {
    let name = (!row.object.is_empty()).then(|| Pattern::new(&row.object));
    let is_named = move |node: &NodeIx| {
        let name = name.as_ref();
        name.is_none_or(|name| is_called(snapshot, *node, name))
    };
    nodes.into_iter().filter(is_named)
}

fn has_object(snapshot: &Snapshot, class: &ClassRow, row: &Row) -> bool {
    row.object.is_empty() || !instances(snapshot, class, &Passing::ALL, row).is_empty()
}

fn of_class(class: &ClassRow, column: Column) -> f64 {
    match column {
        Column::Shallow => class.shallow as f64,
        Column::Retained => class.retained as f64,
        Column::Distance => f64::from(class.distance),
        _ => f64::from(class.count),
    }
}

fn of_objects(snapshot: &Snapshot, nodes: &[NodeIx], column: Column) -> Option<f64> {
    let distances = nodes.iter().map(|&node| snapshot.distance(node));
    let sum = |size: fn(&Snapshot, NodeIx) -> u64| {
        let sizes = nodes.iter().map(|&node| size(snapshot, node));
        sizes.fold(0, u64::saturating_add) as f64
    };
    if nodes.is_empty() {
        return None;
    }
    match column {
        Column::Shallow => Some(sum(Snapshot::shallow_size)),
        Column::Retained => Some(sum(Snapshot::retained_size)),
        Column::Distance => distances.min().map(f64::from),
        Column::Farthest => distances.max().map(f64::from),
        _ => Some(nodes.len() as f64),
    }
}

/// What the roots hold.
fn containment(row: &Row, name: &Pattern, snapshot: &Snapshot) -> Option<f64> {
    let graph = snapshot.graph();
    let held = graph.edges(graph.root()).map(|edge| graph.target(edge));
    let mut nodes: Vec<_> = held
        .filter(|node| is_called(snapshot, *node, name))
        .collect();
    nodes.sort_unstable();
    nodes.dedup();
    of_objects(snapshot, &nodes, row.column)
}

/// By how much a category grew: what it is in all says nothing.
fn statistics(row: &Row, pair: &Pair<impl Borrow<Snapshot>>) -> Option<f64> {
    let read = |snapshot: &Snapshot| category(&snapshot.statistics(), &row.constructor);
    Some(read(pair.after())? as f64 - read(pair.before())? as f64)
}

fn category(sums: &Statistics, name: &str) -> Option<u64> {
    let parts = sums.code + sums.strings + sums.js_arrays + sums.system;
    Some(match name {
        "Total" => sums.total,
        "Code" => sums.code,
        "Strings" => sums.strings,
        "JS arrays" => sums.js_arrays,
        "System objects" => sums.system,
        "Typed arrays" => sums.typed_arrays,
        "Other JS objects" => sums.v8.saturating_sub(parts),
        "Other non-JS objects (such as HTML and CSS)" => {
            sums.native.saturating_sub(sums.typed_arrays)
        }
        _ => return None,
    })
}

fn detached<S>(name: &Pattern, now: Option<&Reading<S>>) -> Result<Option<f64>, Miss> {
    let list = now.and_then(|reading| reading.detached.as_ref());
    let list = list.ok_or_else(|| Miss::not_read("the profile Detached elements"))?;
    let rows = list.iter().filter(|(row, _)| name.matches(row.as_bytes()));
    let counts: Vec<u64> = rows.map(|(_, count)| *count).collect();
    Ok((!counts.is_empty()).then(|| counts.iter().sum::<u64>() as f64))
}

fn allocation(
    row: &Row,
    name: &Pattern,
    now: Option<&Reading<impl Borrow<Snapshot>>>,
) -> Result<Option<f64>, Miss> {
    let timeline = now.and_then(|reading| reading.timeline.as_ref());
    let timeline: Option<&Snapshot> = timeline.map(Borrow::borrow);
    let timeline = timeline.ok_or_else(|| Miss::not_read("an allocation timeline"))?;
    let stacks = Stacks::new(timeline).map_err(|error| Miss::not_read(error.to_string()))?;
    let rows = stacks.tops().iter();
    let rows = rows.filter(|function| name.matches(&function.frame.name));
    let values: Vec<u64> = rows
        .map(|function| match row.column {
            Column::Shallow => function.live_size,
            _ => function.live_count,
        })
        .collect();
    Ok((!values.is_empty()).then(|| values.iter().sum::<u64>() as f64))
}

/// Whether the text in *Filter by class* shows the row: part of its name, whatever the case.
fn shown(row: &Row, class: &[u8]) -> Result<(), Miss> {
    let class = heap::wtf8::lossy(class).to_lowercase();
    if class.contains(&row.filter.text.to_lowercase()) {
        return Ok(());
    }
    Err(Miss::FilteredOut {
        row: row.constructor.to_string(),
        filter: row.filter.text.to_string(),
    })
}
