//! The named filters.

use crate::draw::picture;
use crate::twin::{Filter, filtered};

/// Names and retained sizes of the rows.
fn shown(text: &str, filter: Filter) -> Vec<(String, f64)> {
    let mut rows: Vec<_> = filtered(&picture(text), filter)
        .iter()
        .map(|row| (row.name.to_string(), row.retained))
        .collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows
}

#[test]
fn retained_by_detached_nodes() {
    let rows = shown(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 1: a -> @5, b -> @9
        @5 native Div 2 detached: internal x -> @7, internal y -> @9
        @7 object Only 4
        @9 object Also 8
        @11 object Unreached 16
        "#,
        Filter::Detached,
    );
    assert_eq!(rows, [("Detached Div".into(), 6.0), ("Only".into(), 4.0)]);
}

#[test]
fn retained_by_the_console() {
    let rows = shown(
        r#"
        @1 synthetic "" 0: 1 -> @3
        @3 synthetic "(Global handles)" 0: internal "3 / DevTools console" -> @5, 1 -> @9
        @5 object Logged 1: a -> @7
        @7 object Logged 2
        @9 object Kept 4: "x / DevTools console" -> @11
        @11 object Kept 8
        "#,
        Filter::Console,
    );
    assert_eq!(rows, [("Logged".into(), 3.0)]);
}

#[test]
fn retained_by_event_handlers() {
    let rows = shown(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 1: a -> @5, b -> @7, c -> @9
        @5 native V8EventListener 1: 1 -> @11
        @7 native V8EventListener 1: internal "1" -> @13
        @9 native V8EventListener 1: shortcut "1st" -> @15
        @11 closure direct 2: internal code -> @19
        @13 object Wrapper 4: inner -> @17
        @15 object NoFunction 8
        @17 closure wrapped 16: internal code -> @19
        @19 code c 32
        "#,
        Filter::EventHandlers,
    );
    assert_eq!(
        rows,
        [
            ("(compiled code)".into(), 32.0),
            ("Function".into(), 18.0),
            ("NoFunction".into(), 8.0)
        ]
    );
}

#[test]
fn allocated_between() {
    let text = r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object A 1: a -> @5
        @5 object A 2: a -> @7
        @7 object A 4
    "#;
    // Above 3 and up to 5: the first A does not pass, so it does not stand above the second.
    assert_eq!(shown(text, Filter::Between(3, 5)), [("A".into(), 6.0)]);
}

#[test]
fn retained_by_contexts() {
    let rows = shown(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 closure f 1: internal context -> @5
        @5 object "system / Context / f" 2: context x -> @7
        @7 object Held 4
        "#,
        Filter::Contexts,
    );
    assert_eq!(
        rows,
        [("Held".into(), 4.0), ("system / Context / f".into(), 6.0)]
    );
}
