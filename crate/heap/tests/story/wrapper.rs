//! Functions around functions.

use heap::story;

use super::{at, page};

#[test]
fn a_bound_function_is_the_one_that_was_bound() {
    let snapshot = page(
        "a -> @11, b -> @14",
        r"
        @11 closure native_bind 10: internal bound_function -> @12
        @12 closure native_bind 10: internal bound_function -> @13
        @13 closure refresh 10
        @14 closure onceWrapper 10: internal bound_function -> @15, listener -> @13
        @15 closure onceWrapper 10
        ",
    );
    let names = [11, 13, 14, 15].map(|id| story::function(&snapshot, at(&snapshot, id)));
    assert_eq!(
        names,
        ["refresh()", "refresh()", "refresh()", "onceWrapper()"]
    );
}

#[test]
fn a_wrapper_names_what_it_calls() {
    let snapshot = page(
        "task -> @11",
        r#"
        @11 closure task 10: internal context -> @12
        @12 object "system / Context" 10: context proxy -> @5, internal previous -> @13, internal scope_info -> @18
        @13 object "system / Context" 10: context handler -> @14, internal previous -> @17, internal scope_info -> @18
        @14 closure invokeTheCallbackFunction 10: objectReference -> @15
        @15 closure poll 10: internal context -> @17
        @17 object "system / Context" 10: context callback -> @11, internal previous -> @9, internal scope_info -> @18
        @18 code "system / ScopeInfo" 10
        @19 code timers 10: internal name_or_scope_info -> @18
        "#,
    );
    // The handler of a handler of … is followed once around.
    assert_eq!(
        story::function(&snapshot, at(&snapshot, 11)),
        "task(), calls poll()"
    );
}

#[test]
fn a_variable_of_another_name_is_not_called() {
    let snapshot = page(
        "task -> @11",
        r#"
        @11 closure task 10: internal context -> @12
        @12 object "system / Context" 10: context Widget -> @14, context handler -> @5, internal previous -> @9
        @14 closure Widget 10
        "#,
    );
    assert_eq!(story::function(&snapshot, at(&snapshot, 11)), "task()");
}

#[test]
fn an_object_that_handles_events_has_its_class() {
    let snapshot = page("w -> @11", "@11 object Widget 10");
    assert_eq!(story::function(&snapshot, at(&snapshot, 11)), "Widget");
}
