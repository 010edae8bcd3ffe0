//! From the recipe to the heap.

use proptest::sample::Index;

use super::plan::{NodePlan, Recipe};
use super::{Limits, names};
use crate::draw::{Drawing, EdgeKind, Label, Location, NodeKind, Sample};

pub(super) fn grow(recipe: &Recipe, limits: Limits) -> Drawing {
    let mut drawing = Drawing::new();
    drawing.with_detachedness = recipe.with_detachedness;
    drawing.with_trace_ids = recipe.with_trace_ids;
    drawing.extra_native_bytes = recipe.extra_native_bytes;
    drawing.root = match recipe.root_at {
        (0, _) => 0,
        (1, _) => recipe.nodes.len(),
        (_, index) => index.index(recipe.nodes.len() + 1),
    };
    let (before, after) = recipe.nodes.split_at(drawing.root);
    add_nodes(&mut drawing, recipe, before, limits);
    let id = id(recipe, drawing.root);
    drawing.node(NodeKind::Synthetic, "", id, 0);
    add_nodes(&mut drawing, recipe, after, limits);
    add_root_edges(&mut drawing, recipe);
    add_edges(&mut drawing, recipe, limits);
    add_shapes(&mut drawing, recipe, limits);
    add_pairs(&mut drawing, recipe);
    for (nth, ids) in recipe.samples.iter().enumerate() {
        let last_id = drawing
            .samples
            .last()
            .map_or(recipe.first_id, |sample| sample.last_id)
            + u64::from(*ids) / 4;
        drawing.samples.push(Sample {
            micros: nth as u64 * 50_000,
            last_id,
        });
    }
    drawing
}

fn add_nodes(drawing: &mut Drawing, recipe: &Recipe, plans: &[NodePlan], limits: Limits) {
    for plan in plans {
        let id = id(recipe, drawing.nodes.len());
        let name = names::node(plan.kind, plan.name, limits);
        let node = drawing.node(plan.kind, name.clone(), id, plan.size);
        if plan.name_again {
            drawing.nodes[node].name = drawing.text_again(name);
        }
        drawing.nodes[node].detachedness = if recipe.with_detachedness {
            plan.detachedness
        } else {
            0
        };
        drawing.nodes[node].trace = if recipe.with_trace_ids { plan.trace } else { 0 };
        if let Some((script, line)) = plan.location {
            drawing.locations.push(Location {
                node,
                script,
                line,
                column: 5,
            });
        }
    }
}

/// Odd numbers, each once; an exclusive or with less than 64 keeps them apart.
fn id(recipe: &Recipe, node: usize) -> u64 {
    recipe.first_id + 2 * (node as u64 ^ (recipe.id_order % 64))
}

fn add_root_edges(drawing: &mut Drawing, recipe: &Recipe) {
    let root = drawing.root;
    if recipe.only_gc_roots {
        let roots = drawing
            .nodes
            .iter()
            .position(|node| node.kind == NodeKind::Synthetic && node.id != drawing.nodes[root].id);
        if let Some(roots) = roots {
            drawing.nodes[roots].name = drawing.text("(GC roots)");
            return drawing.edge(root, EdgeKind::Element, 1, roots);
        }
    }
    // As Node does: V8's own roots beside the user's.
    for node in 0..drawing.nodes.len() {
        if drawing.name(node).is("(GC roots)") && drawing.nodes[node].kind == NodeKind::Synthetic {
            drawing.edge(root, EdgeKind::Element, 1, node);
        }
    }
    for (kind, name, to) in &recipe.root_edges {
        let to = any_of(drawing, *to);
        drawing.edge(root, *kind, label(*kind, *name, Limits::default()), to);
    }
}

fn add_edges(drawing: &mut Drawing, recipe: &Recipe, limits: Limits) {
    for plan in &recipe.edges {
        let (from, to) = (any_of(drawing, plan.from), any_of(drawing, plan.to));
        if from == drawing.root && recipe.only_gc_roots {
            continue;
        }
        for _ in 0..=usize::from(plan.twice) {
            drawing.edge(from, plan.kind, label(plan.kind, plan.name, limits), to);
        }
    }
}

/// Plain objects with the same properties.
fn add_shapes(drawing: &mut Drawing, recipe: &Recipe, limits: Limits) {
    for (properties, members) in &recipe.shapes {
        for member in members {
            let node = any_of(drawing, *member);
            if node == drawing.root {
                continue;
            }
            drawing.nodes[node].kind = NodeKind::Object;
            drawing.nodes[node].name = drawing.text("Object");
            for property in properties {
                let to = (node + property + 1) % drawing.nodes.len();
                drawing.edge(
                    node,
                    EdgeKind::Property,
                    names::property(*property, limits),
                    to,
                );
            }
        }
    }
}

fn add_pairs(drawing: &mut Drawing, recipe: &Recipe) {
    for (nth, pair) in recipe.pairs.iter().enumerate() {
        let [key, value, table] =
            [pair.key, pair.value, pair.table].map(|index| any_of(drawing, index));
        let [key_id, value_id, table_id] = [key, value, table].map(|node| drawing.nodes[node].id);
        let shared = format!(
            " / part of key (Foo @{key_id}) -> value (Bar @{value_id}) pair in WeakMap (table @{table_id})"
        );
        for (bit, from) in [(1, key), (2, table)] {
            let root_is_kept = from == drawing.root && recipe.only_gc_roots;
            if pair.sides & bit != 0 && !root_is_kept {
                let name = format!("{}{shared}", nth * 2 + usize::from(bit));
                drawing.edge(from, EdgeKind::Internal, name.as_str(), value);
            }
        }
    }
}

fn any_of(drawing: &Drawing, index: Index) -> usize {
    index.index(drawing.nodes.len())
}

fn label(kind: EdgeKind, pick: usize, limits: Limits) -> Label {
    if kind.is_numbered() {
        Label::Index(pick % 12)
    } else {
        Label::Name(names::edge(pick, limits))
    }
}
