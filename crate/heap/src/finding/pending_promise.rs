//! Promises that something waits for.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Found, Pattern, callback, format,
    group::FindingGroups,
    index::{FEW, Index},
    known_name::KnownName,
};
use crate::{EdgeKind, NodeIx, NodeKind};

/// So many pending promises with the same reaction are more than usual, and so many reactions of one promise.
const MANY: u64 = 20;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let resolvable = resolvable(index);
    let mut groups = FindingGroups::new(index);
    let mut waits: FxHashMap<u64, Wait> = FxHashMap::default();
    let mut seen = FxHashSet::default();
    for (promise, first) in index.called(KnownName::ReactionsOrResult) {
        if index.known(first) != KnownName::PromiseReaction {
            continue;
        }
        let function = handler(index, first);
        let key = function.map_or(u64::MAX, |function| callback::key(index, function));
        groups.add(key, promise);
        let wait = waits.entry(key).or_insert_with(|| Wait::of(function));
        let reactions = reactions(index, first, &mut seen);
        wait.reactions = wait.reactions.saturating_add(reactions);
        wait.most = wait.most.max(reactions);
        wait.resolvable += u64::from(resolvable.contains(&promise));
    }
    let most: FxHashMap<u64, u64> = waits.iter().map(|(&key, wait)| (key, wait.most)).collect();
    groups.found(
        Pattern::PendingPromises,
        move |group| group.count() >= MANY || most[&group.key] >= MANY,
        move |sum| {
            let promises = format::many(
                sum.count,
                "pending promise retains",
                "pending promises retain",
            );
            format!("{promises} {}", format::size(sum.retained))
        },
        move |group| waits[&group.key].text(index, group.count()),
    )
}

/// What waits for promises of one group.
struct Wait {
    function: Option<NodeIx>,
    reactions: u64,
    /// Of one promise.
    most: u64,
    /// Promises whose resolve function is kept somewhere.
    resolvable: u64,
}

impl Wait {
    fn of(function: Option<NodeIx>) -> Self {
        let (reactions, most, resolvable) = (0, 0, 0);
        Self {
            function,
            reactions,
            most,
            resolvable,
        }
    }

    fn text(&self, index: &Index, count: u64) -> String {
        let name = self.function.map_or("its reaction".into(), |function| {
            callback::name(index, function)
        });
        let promises = format::many(count, "promise", "promises");
        let reactions = format::many(self.reactions, "reaction", "reactions");
        let kept = match self.resolvable {
            0 => String::new(),
            resolvable => format!("; resolve is kept for {}", format::number(resolvable)),
        };
        format!("{promises} with {reactions}, of {name} last{kept}")
    }
}

/// Promises that a kept function can settle: V8's resolve and reject have the promise in a context of their own.
fn resolvable(index: &Index) -> FxHashSet<NodeIx> {
    let closures = index.of_kind(NodeKind::Closure);
    let unnamed = closures.filter(|&closure| index.graph.raw_name(closure).is_empty());
    let contexts = unnamed.filter_map(|closure| index.follow(closure, KnownName::ContextEdge));
    let contexts = contexts.filter(|&context| index.known(context) == KnownName::Context);
    let fields = contexts.flat_map(|context| index.strong(context).take(FEW));
    let promises = fields.filter(|&(edge, field)| {
        index.graph.edge_kind(edge) == EdgeKind::Hidden && index.known(field) == KnownName::Promise
    });
    promises.map(|(_, promise)| promise).collect()
}

/// The length of the list that begins here, as far as it is nobody else's.
fn reactions(index: &Index, first: NodeIx, seen: &mut FxHashSet<NodeIx>) -> u64 {
    let before = seen.len();
    let mut at = Some(first);
    while let Some(reaction) = at.filter(|&reaction| seen.insert(reaction)) {
        let mut targets = index.strong(reaction).map(|(_, target)| target);
        at = targets.find(|&target| index.known(target) == KnownName::PromiseReaction);
    }
    (seen.len() - before) as u64
}

/// The function that the newest reaction calls; of an `await`, the async function.
fn handler(index: &Index, reaction: NodeIx) -> Option<NodeIx> {
    let mut targets = index.strong(reaction).take(FEW).map(|(_, target)| target);
    let closure = targets.find(|&target| index.graph.kind(target) == NodeKind::Closure)?;
    let context = index.follow(closure, KnownName::ContextEdge);
    let generator = context.and_then(|context| index.follow(context, KnownName::Extension));
    let waiting = generator.and_then(|generator| index.follow(generator, KnownName::Function));
    let waiting = waiting.filter(|&waiting| index.graph.kind(waiting) == NodeKind::Closure);
    Some(waiting.unwrap_or(closure))
}
