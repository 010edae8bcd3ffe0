//! What Node puts between.

use super::{holder, page, told};

#[test]
fn an_emitters_events_are_told_by_name() {
    let snapshot = page(
        "bus -> @10",
        r#"
        @10 object NewsBus 10: _events -> @11
        @11 object Object 10: news -> @12, "weather report" -> @14
        @12 object Array 10: 0 -> @13
        @13 closure publish 10
        @14 closure forecast 10
        "#,
    );
    assert_eq!(
        told(&snapshot, 13),
        "publish() ← listener of \"news\" of NewsBus ← bus of App ← app of Window"
    );
    assert_eq!(holder(&snapshot, 13), "listener of \"news\" of NewsBus");
    assert_eq!(holder(&snapshot, 12), "listeners of \"news\" of NewsBus");
    assert_eq!(
        holder(&snapshot, 14),
        "listener of \"weather report\" of NewsBus"
    );
}

#[test]
fn an_event_targets_map_of_lists_is_a_listener() {
    let snapshot = page(
        "signal -> @10",
        r#"
        @10 object AbortSignal 10: "<symbol kEvents>" -> @11
        @11 object SafeMap 10: internal table -> @12
        @12 array "" 10: internal "5" -> @17, internal "6" -> @13
        @13 object Object 10: next -> @14
        @14 object Listener 10: next -> @15
        @15 object Listener 10: callback -> @16
        @16 closure onAbort 10
        @17 string abort 10
        "#,
    );
    assert_eq!(
        told(&snapshot, 16),
        "onAbort() ← listener of \"abort\" of AbortSignal ← signal of App ← app of Window"
    );
}

/// Two timers of one list, of which the first repeats.
const TIMERS: &str = r#"
    @10 object Object 10: element 20000 -> @11
    @11 object TimersList 10: _idleNext -> @12
    @12 object Timeout 10: _idleNext -> @14, _onTimeout -> @13
    @13 closure poll 10
    @14 object Timeout 10: _onTimeout -> @15, _repeat -> @16
    @15 closure later 10
    @16 hidden "system / Oddball" 10
"#;

#[test]
fn a_timer_in_nodes_lists_is_the_end() {
    let snapshot = page("lists -> @10", TIMERS);
    assert_eq!(told(&snapshot, 13), "poll() ← setInterval of 20 s");
    assert_eq!(told(&snapshot, 15), "later() ← timer of 20 s");
}

#[test]
fn a_timer_that_a_program_holds_is_not() {
    let snapshot = page(
        "timer -> @12",
        r"
        @12 object Timeout 10: _onTimeout -> @13
        @13 closure poll 10
        ",
    );
    assert_eq!(
        told(&snapshot, 13),
        "poll() ← setInterval ← timer of App ← app of Window"
    );
}

#[test]
fn an_open_handle_is_kept_by_node() {
    let snapshot = page(
        "realm -> @12",
        r#"
        @12 native "Node / PrincipalRealm" 10: internal port -> @13
        @13 native "Node / MessagePort" 10: internal native_to_javascript -> @14
        @14 object MessagePort 10
        "#,
    );
    assert_eq!(
        told(&snapshot, 14),
        "MessagePort ← MessagePort kept open by Node"
    );
}

#[test]
fn a_function_that_waits_is_told_with_what_will_resume_it() {
    let snapshot = page(
        "waiting -> @10",
        r#"
        @10 object Promise 10: internal reactions_or_result -> @11
        @11 hidden "system / PromiseReaction" 10: internal fulfill_handler -> @12
        @12 closure "" 10: internal context -> @13
        @13 object "system / Context" 10: internal extension -> @14
        @14 object Generator 10: internal function -> @15, internal parameters_and_registers -> @16
        @15 closure load 10
        @16 array "" 10: internal "3" -> @17
        @17 object Report 10
        "#,
    );
    assert_eq!(
        told(&snapshot, 17),
        "Report ← suspended load() ← what waits for a Promise ← waiting of App ← app of Window"
    );
}

#[test]
fn a_store_is_told_by_what_was_begun_in_its_context() {
    let snapshot = page(
        "jobs -> @10",
        r#"
        @10 object Array 10: 0 -> @11, 1 -> @12
        @11 object AsyncResource 10: "<symbol kResourceStore>" -> @20
        @12 object AsyncResource 10: "<symbol context_frame>" -> @13
        @13 object AsyncContextFrame 10: internal table -> @14
        @14 array "" 10: internal 5 -> @15, internal 6 -> @21
        @15 object AsyncLocalStorage 10
        @20 object Request 10
        @21 object Request 10
        "#,
    );
    assert_eq!(
        told(&snapshot, 20),
        "Request ← async context of AsyncResource ← [0] of jobs of App ← app of Window"
    );
    assert_eq!(
        told(&snapshot, 21),
        "Request ← async context of AsyncResource ← [1] of jobs of App ← app of Window"
    );
}
