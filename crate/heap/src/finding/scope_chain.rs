//! Scopes of one function of which each keeps the one before: the function that used the variable may be gone.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Found, Pattern, format,
    group::FindingGroups,
    index::{FEW, Index},
    known_name::KnownName,
};
use crate::{EdgeIx, EdgeKind, NodeIx, NodeKind};

/// Calls that wait for each other make chains, too, but not so long ones.
const MANY: u64 = 20;
/// Bytes of a chain worth a word.
const HEAVY: u64 = 50_000;
/// From a variable to the earlier scope there are so many objects at most.
const STEPS: usize = 3;
/// References that are followed from a variable.
const LOOKED_AT: usize = 200;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut of_function: FxHashMap<NodeIx, Vec<NodeIx>> = FxHashMap::default();
    for scope in index.named(NodeKind::Object, KnownName::Context) {
        if let Some(info) = index.follow(scope, KnownName::ScopeInfo) {
            of_function.entry(info).or_default().push(scope);
        }
    }
    let mut groups = FindingGroups::new(index);
    let mut variables: FxHashMap<u64, EdgeIx> = FxHashMap::default();
    for (info, scopes) in of_function {
        if (scopes.len() as u64) < 2 {
            continue;
        }
        let mut before = FxHashSet::default();
        let key = index.id_key(info);
        for scope in scopes {
            // Where many lead to one, that one is simply in use.
            if let Some((variable, earlier)) = earlier(index, info, scope)
                && index.dominates(scope, earlier)
                && before.insert(earlier)
            {
                groups.add(key, scope);
                variables.insert(key, variable);
            }
        }
        if let Some(&variable) = variables.get(&key) {
            groups.point(key, variable);
        }
    }
    groups.found(
        Pattern::ScopeChain,
        |group| group.count() >= MANY && group.retained >= HEAVY,
        |sum| {
            let scopes = format::many(sum.count, "scope", "scopes");
            let retained = format::size(sum.retained);
            format!("{scopes} that keep the one before retain {retained}")
        },
        move |group| {
            let scopes = format::many(group.count(), "scope", "scopes");
            let name = index.edge_name(variables[&group.key]);
            format!("{scopes} of one function, each keeps the one before by `{name}`")
        },
    )
}

/// Another scope of the function that a variable of this one leads to.
fn earlier(index: &Index, info: NodeIx, scope: NodeIx) -> Option<(EdgeIx, NodeIx)> {
    let variables = index.strong(scope).filter(|&(edge, value)| {
        index.graph.edge_kind(edge) == EdgeKind::Context
            && value != scope
            && index.dominates(scope, value)
    });
    let mut looked_at = 0;
    for (variable, value) in variables.take(FEW) {
        let mut level = vec![value];
        for _ in 0..=STEPS {
            let mut next = Vec::new();
            for node in level {
                if index.is_scope(node) {
                    let is_alike = index.follow(node, KnownName::ScopeInfo) == Some(info);
                    if is_alike && node != scope {
                        return Some((variable, node));
                    }
                    continue;
                }
                if index.graph.kind(node) == NodeKind::Closure {
                    next.extend(index.follow(node, KnownName::ContextEdge));
                    continue;
                }
                let fields = index.strong(node).take(FEW);
                let fields = fields.map(|(_, target)| target).filter(|&target| {
                    index.is_scope(target)
                        || matches!(
                            index.graph.kind(target),
                            NodeKind::Closure | NodeKind::Object | NodeKind::Array
                        ) && !index.graph.raw_name(target).starts_with(b"system / ")
                });
                next.extend(fields);
            }
            looked_at += next.len();
            if next.is_empty() || looked_at > LOOKED_AT {
                break;
            }
            level = next;
        }
    }
    None
}
