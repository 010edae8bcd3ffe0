//! Who holds what, in words.

mod blink;
mod class;
mod holder;
mod node;
mod random;
mod scope;
mod wrapper;

use heap::{NodeIx, ObjectId, Snapshot, path::Options, story};

use crate::{draw::draw, fixture};

/// A page: its global object @3 has an `app` @5, which refers to what the test draws.
fn page(app: &str, rest: &str) -> Snapshot {
    fixture::open(&draw(&format!(
        r#"
        @1 synthetic "" 0: shortcut win -> @3, 1 -> @7
        @7 synthetic "(GC roots)" 0: 1 -> @9
        @9 hidden "system / NativeContext" 10
        @3 object "Window / https://app.example" 10: app -> @5
        @5 object App 10: {app}
        {rest}
        "#
    )))
}

fn at(snapshot: &Snapshot, id: u64) -> NodeIx {
    snapshot.graph().find(ObjectId(id)).expect("drawn")
}

/// The shortest path to the object with this id, told.
fn told(snapshot: &Snapshot, id: u64) -> String {
    let paths = snapshot.paths(at(snapshot, id), &Options::default());
    story::sentence(snapshot, &paths.list[0])
}

/// Who holds it by the first edge that ends there.
fn holder(snapshot: &Snapshot, id: u64) -> String {
    let edge = snapshot.edges_to(at(snapshot, id)).last().expect("held");
    story::holder(snapshot, edge)
}
