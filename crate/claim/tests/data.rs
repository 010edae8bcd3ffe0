//! What can be said, and that JSON keeps it.

use claim::*;

/// One of each difficult kind.
const CLAIMS: &[Claim] = &[
    // A chain: each generation keeps the one before, three hops farther away.
    path(
        "someMethod() ← n × (someMethod in Object ← previous in system / Context… ← context in someMethod()) \
         ← someMethod in Object ← theThing in Lab ← lab in Window…",
    ),
    shows(
        row("Function")
            .view(View::Summary)
            .object("someMethod()")
            .column(Column::Farthest),
        each(3),
        bytes(4, "the youngest has a distance of its own"),
    ),
    // An array that is short and keeps the store of a long one.
    shows(
        row("(array)")
            .object("(object elements)")
            .column(Column::SizeDelta),
        at_least_each(2_000_000),
        EXACT,
    ),
    shows(
        row("(array)").view(View::Summary).column(Column::Shallow),
        at_least(2_000_000),
        EXACT,
    ),
    // A value in a WeakMap, by a key that is kept elsewhere.
    path(
        "LeakyValue ← … / part of key (Object @#) -> value (LeakyValue @#) pair in WeakMap (table @#) in Object ← […] in Array",
    ),
    // Symbols: a row by kind, and memory of a type.
    shows(row("(symbol)"), at_least_each(1), EXACT),
    moves(
        Meter::UserAgent,
        600,
        percent(20, "the table of strings grows in steps"),
    )
    .of(MemoryType::Shared)
    .needs(&[Need::Isolation]),
    // A listener: an entry of the drop-down, and a counter of the browser.
    shows(
        row("V8EventListener")
            .entry(Entry::EventHandlers)
            .column(Column::Count),
        each(1),
        EXACT,
    ),
    counter(Counter::JsEventListeners, each(1), EXACT),
    // Growth in the document: layout, and nothing detached.
    counter(Counter::LayoutObjects, at_least_each(1), EXACT),
    nothing(
        row("Detached <div>"),
        WouldBe::planted("document.createElement('div')"),
    ),
    // Nothing to find at all.
    nothing(row("Attribute"), WouldBe::Held),
    still_within(
        Meter::JsUsed,
        bytes(60_000, "the page's own work between two readings"),
    ),
    // A frame and a worker.
    counter(Counter::DetachedScriptStates, each(1), EXACT),
    shows(row("Detached Window…").filter("Detached"), each(1), EXACT),
    counter(Counter::WorkerGlobalScopes, each(1), EXACT),
    process(Process::Renderer, 2_000_000),
    // A URL that is not revoked: only the browser's process tells.
    process(Process::Browser, 10_000_000),
    process(Process::Gpu, 40_000_000),
    moves(
        Meter::UserAgent,
        1_600_000,
        percent(20, "canvases are rounded up to tiles"),
    )
    .of(MemoryType::Canvas),
    // A slice of a string.
    path("(sliced string) ← […] in Array ← slices in Lab"),
    // A trap a unit.
    counts(Meter::Live, 100_000),
    reads(Meter::Blocks, each(1).and_once(1), EXACT).why("and the list of pointers"),
    // Dropped in one turn: a peak inside it, nothing later.
    reads(Meter::Live, at_least_each(100_000), EXACT).during(),
    still(Meter::Live).later(),
    reads(Meter::Linear, at_least_each(100_000), EXACT).later(),
    nothing(row("LeakyStruct"), WouldBe::Leaky).after_let_go(),
];

#[test]
fn json_keeps_every_claim() {
    let text = serde_json::to_string(CLAIMS).unwrap();
    let back: Vec<Claim> = serde_json::from_str(&text).unwrap();
    assert_eq!(back, CLAIMS);
}

#[test]
fn json_of_a_claim_reads_as_it_does_in_rust() {
    let text = serde_json::to_value(delta("LeakyClass", 1)).unwrap();
    let row = serde_json::json!({
        "view": "comparison", "filter": { "text": "LeakyClass", "entry": "allObjects" },
        "constructor": "LeakyClass", "object": "", "column": "delta",
    });
    let expect = serde_json::json!({ "type": "exactly", "each": 1, "once": 0 });
    assert_eq!(text["says"]["row"], row);
    assert_eq!(text["says"]["amount"]["expect"], expect);
}

#[test]
fn a_tolerance_without_a_reason_is_refused() {
    for text in [
        r#"{"bytes":5,"percent":0,"because":""}"#,
        r#"{"bytes":0,"percent":0,"because":"I like it"}"#,
    ] {
        assert!(serde_json::from_str::<Tolerance>(text).is_err(), "{text}");
    }
    let text = r#"{"bytes":5,"percent":1,"because":"headers"}"#;
    let tolerance: Tolerance = serde_json::from_str(text).unwrap();
    assert!((tolerance.around(-1_000.0) - 15.0).abs() < f64::EPSILON);
}

#[test]
#[should_panic(expected = "what counts exactly has no tolerance")]
fn an_exact_meter_takes_no_tolerance() {
    let _ = still_within(Meter::Blocks, bytes(64, "noise"));
}

#[test]
#[should_panic(expected = "a zero needs its control")]
fn a_zero_is_no_delta() {
    let _ = delta("LeakyClass", 0);
}

#[test]
fn ids_of_meters_are_those_of_their_json() {
    for (place, meter) in Meter::ALL.into_iter().enumerate() {
        assert_eq!(serde_json::to_value(meter).unwrap(), meter.id());
        assert_eq!(meter as usize, place);
    }
}
