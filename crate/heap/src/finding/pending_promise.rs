//! Promises that something waits for.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Found, Pattern, callback,
    chain::chains,
    format,
    group::FindingGroups,
    index::{FEW, Index},
    known_name::KnownName,
};
use crate::{EdgeKind, NodeIx, NodeKind};

/// So many pending promises with the same reaction are more than usual, and so many reactions of one promise.
const MANY: u64 = 20;
/// A chain of promises is worth a word.
const LONG: u64 = 10;

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let resolvable = resolvable(index);
    let mut groups = FindingGroups::new(index);
    let mut waits: FxHashMap<u64, Wait> = FxHashMap::default();
    let mut seen = FxHashSet::default();
    let mut waiting = Vec::new();
    for (promise, first) in index.called(KnownName::ReactionsOrResult) {
        if index.known(first) != KnownName::PromiseReaction {
            continue;
        }
        let function = handler(index, first);
        let key = function.map_or(u64::MAX, |function| callback::key(index, function));
        groups.add(key, promise);
        waiting.extend(waits_for(index, first).map(|next| (promise, key, next)));
        let wait = waits.entry(key).or_insert_with(|| Wait::of(function));
        let reactions = reactions(index, first, &mut seen);
        wait.reactions = wait.reactions.saturating_add(reactions);
        wait.most = wait.most.max(reactions);
        wait.resolvable += u64::from(resolvable.contains(&promise));
    }
    let links = waiting.iter().map(|&(promise, _, next)| (promise, next));
    let longest = longest(&chains(links));
    for (promise, key, _) in &waiting {
        if let Some(wait) = waits.get_mut(key) {
            wait.chain = wait.chain.max(longest[promise]);
        }
    }
    let most: FxHashMap<u64, u64> = waits
        .iter()
        .map(|(&key, wait)| (key, wait.most.max(wait.chain)))
        .collect();
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
    /// Of promises of which each waits for the next, these with others, so many at most.
    chain: u64,
}

impl Wait {
    fn of(function: Option<NodeIx>) -> Self {
        let (reactions, most, resolvable, chain) = (0, 0, 0, 0);
        Self {
            function,
            reactions,
            most,
            resolvable,
            chain,
        }
    }

    fn text(&self, index: &Index, count: u64) -> String {
        let name = self.function.map_or("its reaction".into(), |function| {
            callback::name(index, function)
        });
        let promises = match self.chain {
            chain if chain < LONG => format::many(count, "promise", "promises"),
            chain if chain >= count => format!("promise chain of {}", format::number(chain)),
            chain => {
                let [count, chain] = [count, chain].map(format::number);
                format!("{count} promises, a chain of {chain} among them,")
            }
        };
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

/// The promise that is settled after the one with this reaction: of an async function that awaits it, of `then()`, or one that
/// was resolved with it.
fn waits_for(index: &Index, reaction: NodeIx) -> Option<NodeIx> {
    let is_promise = |node: &NodeIx| index.known(*node) == KnownName::Promise;
    let fields = |node| index.strong(node).take(FEW).map(|(_, target)| target);
    let derived = fields(reaction).find(is_promise);
    let of_handler = || {
        let closure = fields(reaction).find(|&node| index.graph.kind(node) == NodeKind::Closure)?;
        let context = index.follow(closure, KnownName::ContextEdge)?;
        let own = index
            .follow(context, KnownName::Extension)
            .unwrap_or(context);
        let hidden = index
            .strong(own)
            .take(FEW)
            .filter(|&(edge, _)| index.graph.edge_kind(edge) == EdgeKind::Hidden);
        hidden.map(|(_, target)| target).find(is_promise)
    };
    derived.or_else(of_handler)
}

/// Of each promise's chain how many are waited for: all but the last.
fn longest(chains: &[Vec<NodeIx>]) -> FxHashMap<NodeIx, u64> {
    let each = chains.iter().flat_map(|chain| {
        let length = chain.len() as u64 - 1;
        chain.iter().map(move |&promise| (promise, length))
    });
    each.collect()
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

/// What waits for a pending promise, by its newest reaction.
pub(super) fn awaited_by(index: &Index, promise: NodeIx) -> Option<NodeIx> {
    let reaction = index.follow(promise, KnownName::ReactionsOrResult)?;
    let is_pending = index.known(reaction) == KnownName::PromiseReaction;
    is_pending.then(|| handler(index, reaction)).flatten()
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
