//! Scopes (V8's contexts) that several closures share, with a heavy variable in them.

use rustc_hash::FxHashMap;

use super::{Found, Pattern, format, group::FindingGroups, index::Index, known_name::KnownName};
use crate::{EdgeIx, EdgeKind, NodeIx, NodeKind};

/// Bytes of a variable worth a word.
const HEAVY_VARIABLE: u64 = 1_000;
/// A module has one scope; a leak has one for each call.
const MANY: u64 = 3;
/// Bytes of all scopes of one function.
const HEAVY: u64 = 10_000;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut closures = vec![0_u8; index.graph.node_count() as usize];
    for closure in index.of_kind(NodeKind::Closure) {
        if let Some(scope) = index.follow(closure, KnownName::ContextEdge) {
            let count = &mut closures[scope.0 as usize];
            *count = count.saturating_add(1);
        }
    }
    let mut groups = FindingGroups::new(index);
    let mut shared: FxHashMap<u64, u64> = FxHashMap::default();
    let mut variables: FxHashMap<u64, (u64, EdgeIx)> = FxHashMap::default();
    for scope in index.named(NodeKind::Object, KnownName::Context) {
        let Some((bytes, edge)) = heaviest(index, scope) else {
            continue;
        };
        // All calls of one function share this description.
        let info = index.follow(scope, KnownName::ScopeInfo).unwrap_or(scope);
        let key = index.id_key(info);
        groups.add(key, scope);
        if closures[scope.0 as usize] > 1 {
            *shared.entry(key).or_insert(0_u64) += 1;
        }
        let variable = variables.entry(key).or_insert((bytes, edge));
        *variable = (*variable).max((bytes, edge));
        groups.point(key, variable.1);
    }
    let is_shared = shared.clone();
    groups.found(
        Pattern::SharedScope,
        move |group| {
            let shared = shared.get(&group.key).is_some_and(|&shared| shared >= MANY);
            shared && group.retained >= HEAVY
        },
        move |sum| {
            let scopes = format::many(sum.count, "scope", "scopes");
            format!(
                "{scopes} that closures share retain {}",
                format::size(sum.retained)
            )
        },
        move |group| {
            let (bytes, edge) = variables[&group.key];
            let scopes = format::many(group.count(), "scope", "scopes");
            let (name, bytes) = (index.edge_name(edge), format::size(bytes));
            let by = match is_shared.get(&group.key) {
                Some(&shared) if shared >= group.count() / 2 => ", shared by two closures or more",
                _ => "",
            };
            format!("{scopes} with `{name}` of up to {bytes}{by}")
        },
    )
}

/// The heaviest variable that nothing else holds.
fn heaviest(index: &Index, scope: NodeIx) -> Option<(u64, EdgeIx)> {
    let variables = index.graph.edges(scope).filter(|&edge| {
        let value = index.graph.target(edge);
        index.graph.edge_kind(edge) == EdgeKind::Context && index.snapshot.dominator(value) == scope
    });
    let weighed =
        variables.map(|edge| (index.snapshot.retained_size(index.graph.target(edge)), edge));
    weighed.max().filter(|(bytes, _)| *bytes >= HEAVY_VARIABLE)
}
