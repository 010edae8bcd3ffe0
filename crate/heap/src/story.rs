//! Who holds an object, in the words of the program: variables of functions, properties of classes, listeners, timers.
//!
//! What V8, Blink and Node put between is folded: a scope is named by its function and its place in the script, a run of
//! Blink's lists is `listener of HTMLDocument`. The steps themselves are in [`Piece::steps`].

mod class;
mod climb;
mod function;
mod name;
mod place;
mod rule;
mod scope;
mod walk;
mod word;

use std::{borrow::Cow, ops::Range};

pub use class::Class;

use crate::{
    EdgeIx, Error, NodeIx, Snapshot, format,
    path::{Path, Step},
};
use walk::Walk;

/// One or more steps of a path, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// `cache of memoized()`, `variable head in the module scope of app.js`, `listener of HTMLDocument`.
    pub text: String,
    /// What is good to know once: how many functions share a scope. Often empty.
    pub aside: String,
    /// How often the same is said of objects that hold each other: a chain.
    pub times: u64,
    /// The steps it stands for, by place in the path.
    pub steps: Range<usize>,
    telling: Telling,
    /// Whether what follows is somebody else's business: other functions of the module, the list of timers.
    is_end: bool,
}

impl Piece {
    /// All of it: `next of Node, 34 times`.
    pub fn words(&self) -> String {
        let times = match self.times {
            1 => String::new(),
            times => format!(", {} times", format::number(times)),
        };
        format!("{}{times}{}", self.text, self.aside)
    }
}

/// Whether a piece says who holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Telling {
    /// It names what every program has: an array, a plain object.
    No,
    /// It names somebody, who may be any library's: more should follow.
    Half,
    /// Nothing has to follow.
    Yes,
}

/// A person reads so many pieces of a sentence.
const MOST: usize = 12;
/// Steps of a path that are put in words.
const MOST_STEPS: usize = 1000;

/// The object as a person calls it: `Widget`, `<div.map-dialog>`, `onResize() (app.js:12:5)`, `Blink's list`.
pub fn object(snapshot: &Snapshot, node: NodeIx) -> String {
    name::object(snapshot, node)
}

/// A function and its place, seen through what is wrapped around it: `poll() (page.js:2:17)`; of a wrapper that keeps it in
/// its scope `task() (Window.js:546:18), calls poll()`. An object that handles events has its class.
pub fn function(snapshot: &Snapshot, node: NodeIx) -> String {
    function::text(snapshot, node)
}

/// What `bind()`, `once()` and their like were called on; any other function is its own.
pub fn unwrapped(snapshot: &Snapshot, function: NodeIx) -> NodeIx {
    function::unwrapped(snapshot.graph(), function)
}

/// Where a scope belongs: `the scope of onResize() (app.js:12:5)`, `the module scope of app.js`.
pub fn scope(snapshot: &Snapshot, context: NodeIx) -> String {
    scope::Scope::of(snapshot, context).text()
}

/// The name that DevTools shows, and of a scope also whose it is: `system / Context of onResize() (app.js:12:5)`.
pub fn shown(snapshot: &Snapshot, node: NodeIx) -> Cow<'_, [u8]> {
    let name = snapshot.name(node);
    if !word::is_context(snapshot.graph(), node) {
        return name;
    }
    match scope::Scope::of(snapshot, node).owner() {
        Some(owner) => [&name[..], b" of ", owner.as_bytes()].concat().into(),
        None => name,
    }
}

/// The classes of a name, each with its place and its objects; of `Socket (client.js:12:7)` or a class's key only that one.
///
/// # Errors
/// [`crate::Code::NoSuchClass`], with the nearest names.
pub fn classes(snapshot: &Snapshot, name: &str) -> Result<Vec<Class>, Error> {
    class::classes(snapshot, name)
}

/// Who holds what the edge ends at, up to the first telling name: `__data__ of Hash ← … ← cache of memoized() ← build of
/// ReportService`. At most three pieces: the first, the one in the middle that says most, the last.
pub fn holder(snapshot: &Snapshot, edge: EdgeIx) -> String {
    let steps = climb::steps(snapshot, edge);
    let mut told: Vec<Piece> = Vec::new();
    let walk = Walk::new(snapshot, &steps);
    let mut at = 0;
    while at < steps.len() {
        let piece = rule::piece(&walk, at);
        at = piece.steps.end;
        let is_last = piece.telling == Telling::Yes || piece.is_end;
        told.push(piece);
        if is_last {
            break;
        }
    }
    told.dedup_by(|next, before| next.text == before.text);
    let last = told.len() - 1;
    let inner = (1..last).max_by_key(|&at| (told[at].telling, at));
    let mut text = told[0].text.clone();
    let mut before = 0;
    for at in inner.into_iter().chain((last > 0).then_some(last)) {
        text += if before + 1 == at {
            " ← "
        } else {
            " ← … ← "
        };
        text += &told[at].text;
        before = at;
    }
    text
}

/// Without the references that V8 keeps a second time, in the store of an array or the cell of a global variable.
pub fn without_copies(snapshot: &Snapshot, edges: &[EdgeIx]) -> Vec<EdgeIx> {
    let graph = snapshot.graph();
    let kept = edges.iter().copied().filter(|&edge| {
        let owners = word::owners(snapshot, graph.source(edge));
        let is_first = |other: &EdgeIx| {
            graph.target(*other) == graph.target(edge) && owners.contains(&graph.source(*other))
        };
        !edges.iter().any(is_first)
    });
    kept.collect()
}

/// The steps of a path in words, to where they stop telling anything. Of a very long path the middle is one piece.
pub fn pieces(snapshot: &Snapshot, path: &Path) -> Vec<Piece> {
    let steps = without_root(snapshot, &path.steps);
    let walk = Walk::new(snapshot, steps);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    let hidden = MOST_STEPS / 2..steps.len().saturating_sub(MOST_STEPS / 2);
    while at < steps.len() {
        let piece = if hidden.contains(&at) {
            let more = format::many((hidden.end - at) as u64, "step", "steps");
            Piece::new(format!("… {more} …"), at..hidden.end)
        } else {
            rule::piece(&walk, at)
        };
        at = piece.steps.end;
        let is_end = piece.is_end;
        match pieces.last_mut() {
            Some(last) if last.text == piece.text => last.again(&piece),
            _ => pieces.push(piece),
        }
        if is_end {
            break;
        }
    }
    pieces
}

/// `Report ← __data__ of Hash ← cache of memoized() ← build of ReportService`: a path as a person would tell it.
pub fn sentence(snapshot: &Snapshot, path: &Path) -> String {
    let told = pieces(snapshot, path).into_iter();
    let mut told: Vec<String> = told.map(|piece| piece.words()).collect();
    let hidden = told.len().saturating_sub(MOST);
    if hidden > 0 {
        let more = format!("… {} more …", format::number(hidden as u64));
        told.splice(MOST / 2..MOST / 2 + hidden, [more]);
    }
    told.insert(0, object(snapshot, path.object));
    told.join(" ← ")
}

/// The root says nothing where something is before it.
fn without_root<'a>(snapshot: &Snapshot, steps: &'a [Step]) -> &'a [Step] {
    match steps {
        [before @ .., last] if last.from == snapshot.graph().root() => before,
        _ => steps,
    }
}
