//! What Blink puts between, and the names it gives.

use heap::story;

use super::{at, page, told};

/// A function that listens to a document, by way of Blink's lists.
const LISTENER: &str = r#"
    @10 native HTMLDocument 10: 57 -> @11
    @11 native "blink::EventTargetData" 10: 1 -> @12
    @12 native "blink::HeapVectorBacking<std::pair<blink::AtomicString>>" 10: 1 -> @13
    @13 native "blink::RegisteredEventListener" 10: 1 -> @14
    @14 native EventListener 10: 1 -> @15
    @15 native V8EventListener 10: 1 -> @16
    @16 closure onKey 10: internal context -> @17
    @17 object "system / Context" 10: context this -> @19, internal scope_info -> @18, internal previous -> @9
    @18 code "system / ScopeInfo" 10
    @19 native "Detached <user-menu id=\"menu\" class=\"wide open\">" 10: 1 -> @20
    @20 native "Detached <li class=\"\">" 10: 1 -> @21
    @21 native "Detached <b>" 10
    @22 code menu 10: internal name_or_scope_info -> @18
"#;

#[test]
fn a_run_of_lists_is_a_listener_and_a_living_document_the_end() {
    let snapshot = page("document -> @10, kept -> @22", LISTENER);
    assert_eq!(
        told(&snapshot, 19),
        "Detached <user-menu#menu.wide> ← variable this in the scope of menu() ← onKey() ← listener of HTMLDocument"
    );
    // The text is within the element, and that within the tree.
    assert!(told(&snapshot, 21).starts_with(
        "Detached <b> ← in the tree of Detached <user-menu#menu.wide> ← variable this"
    ));
}

#[test]
fn the_listener_of_a_detached_document_is_not_the_end() {
    let detached = LISTENER.replace("native HTMLDocument", "native \"Detached HTMLDocument\"");
    let snapshot = page("old -> @10, kept -> @22", &detached);
    assert!(
        told(&snapshot, 19)
            .ends_with("listener of Detached HTMLDocument ← old of App ← app of Window")
    );
}

#[test]
fn lists_without_names_are_seen_through() {
    let unnamed = LISTENER
        .replace("blink::EventTargetData", "InternalNode")
        .replace(
            "blink::HeapVectorBacking<std::pair<blink::AtomicString>>",
            "InternalNode",
        )
        .replace("blink::RegisteredEventListener", "InternalNode");
    let snapshot = page("document -> @10, kept -> @22", &unnamed);
    assert!(told(&snapshot, 19).ends_with("← onKey() ← listener of HTMLDocument"));
}

#[test]
fn timers_and_observers_are_called_so() {
    let snapshot = page(
        "observer -> @10, coordinator -> @20",
        r#"
        @10 native IntersectionObserver 10: __proto__ -> @5, 3 -> @11
        @11 native IntersectionObserverDelegate 10: 1 -> @12
        @12 native V8IntersectionObserverCallback 10: 1 -> @13
        @13 closure seen 10
        @20 native "blink::(anonymous namespace)::DOMTimerCoordinator" 10: 1 -> @21
        @21 native DOMTimer 10: 1 -> @22
        @22 native ScheduledAction 10: 1 -> @23
        @23 native V8Function 10: 1 -> @24
        @24 closure tick 10
        "#,
    );
    assert_eq!(
        told(&snapshot, 13),
        "seen() ← callback of IntersectionObserver ← observer of App ← app of Window"
    );
    assert_eq!(told(&snapshot, 24), "tick() ← timer");
}

#[test]
fn long_names_are_short() {
    let snapshot = page(
        "a -> @11, b -> @12, c -> @13, d -> @14",
        r#"
        @11 native "blink::HeapVectorBacking<cppgc::internal::BasicMember<blink::Node, cppgc::internal::StrongMemberTag>>" 10
        @12 native "blink::HeapHashTableBacking<blink::HashTable<int>>" 10
        @13 native "blink::(anonymous namespace)::DOMTimerCoordinator" 10
        @14 native "<div data-id=\"7\" style=\"width: 500px; height: 300px\" class=\"map  dialog\">" 10
        "#,
    );
    let names = [11, 12, 13, 14].map(|id| story::object(&snapshot, at(&snapshot, id)));
    assert_eq!(
        names,
        [
            "Blink's list",
            "Blink's table",
            "Blink's DOMTimerCoordinator",
            "<div.map>"
        ]
    );
}
