//! Claims in words.

use claim::words::{Action, Guide, Span, Subject, guide, marked};
use claim::*;

fn about(kind: Kind, claims: &[Claim]) -> Guide {
    guide(&Subject {
        kind,
        fixed: false,
        unit: "one `LeakyClass`",
        units: 1_000,
        phases: &[],
        stays: None,
        needs: &[],
        claims,
    })
}

/// Spans as people read them: code in backticks, `DevTools`' words in underscores, what to look for in brackets.
fn read(words: &[Span]) -> String {
    let piece = |span: &Span| match span {
        Span::Text { text } => text.to_string(),
        Span::Code { code } => format!("`{code}`"),
        Span::Ui { ui } => format!("_{ui}_"),
        Span::Strong { strong } => format!("[{}]", read(strong)),
        Span::Meter { meter } => format!("<{}>", meter.id()),
        Span::Number {
            written: Some(written),
            ..
        } => written.to_string(),
        Span::Number {
            number,
            signed,
            unit,
            written: None,
        } => {
            let plus = if *signed && *number > 0 { "+" } else { "" };
            let unit = if *unit == Unit::Bytes { " B" } else { "" };
            format!("{plus}{number}{unit}")
        }
    };
    words.iter().map(piece).collect()
}

fn steps(kind: Kind, claims: &[Claim]) -> Vec<String> {
    let guide = about(kind, claims);
    guide.steps.iter().map(|step| read(&step.words)).collect()
}

#[test]
fn a_leak_is_read_off_the_comparison_followed_to_its_root_and_gone_in_the_third_snapshot() {
    let claims = [
        delta("LeakyClass", 1),
        path("LeakyClass ← […] in Array ← leakClasses in Lab ← lab in Window…"),
        nothing(row("LeakyClass"), WouldBe::Leaky).after_let_go(),
    ];
    assert_eq!(
        steps(Kind::Leak, &claims),
        [
            "Open DevTools (F12), choose the _Memory_ tab, and dock it beside or below this page.",
            "Choose _Heap snapshot_ and press _Take snapshot_: this is Snapshot 1.",
            "Make exactly 1000 units here (one `LeakyClass` each).",
            "Take a second snapshot, choose _Comparison_ in the drop-down above the table, and compare with Snapshot 1.",
            "Type `LeakyClass` in _Filter by class_. In the row `LeakyClass`, _# Delta_ reads [+1\u{a0}000].",
            "Open the row `LeakyClass`, select one of its objects and read _Retainers_ below, from the object to its root: \
             `LeakyClass ← […] in Array ← leakClasses in Lab ← lab in Window…`.",
            "Now let go, take a third snapshot and compare it with Snapshot 1: what the page kept is gone.",
            "Type `LeakyClass` in _Filter by class_. In the row `LeakyClass`, _# Delta_ reads \
             [0, or the row is not there at all]: the leaky variant shows it.",
        ]
    );
    let actions: Vec<_> = about(Kind::Leak, &claims)
        .steps
        .into_iter()
        .filter_map(|step| step.action)
        .collect();
    assert_eq!(actions, [Action::Make { units: 1_000 }, Action::LetGo]);
}

#[test]
fn an_entry_of_the_drop_down_and_a_counter_say_where_they_are() {
    let claims = [
        shows(
            row("V8EventListener")
                .entry(Entry::EventHandlers)
                .column(Column::Count),
            each(1),
            EXACT,
        ),
        counter(Counter::JsEventListeners, each(1), EXACT),
        counter(Counter::DetachedScriptStates, each(1), EXACT),
        process(Process::Browser, 10_000_000),
    ];
    let steps = steps(Kind::Leak, &claims);
    assert_eq!(
        steps[3..7],
        [
            "Take a second snapshot.",
            "Choose _Summary_. Choose _Objects retained by event handlers_ in the drop-down beside the filter. Type \
             `V8EventListener` in _Filter by class_. In the row `V8EventListener`, the number after the name reads [×1,000].",
            "In the _Performance monitor_ (Esc, then ⋮), _JS event listeners_: up by 1000.",
            "In Chrome's task manager (Shift+Esc), the process Browser grows by at least 10000000 B.",
        ]
    );
}

#[test]
fn what_no_snapshot_shows_asks_for_none() {
    let claims = [counts(Meter::Live, 100_000)];
    assert_eq!(
        steps(Kind::Leak, &claims),
        [
            "Make exactly 1000 units here (one `LeakyClass` each).",
            "Now let go: what the page kept is gone."
        ]
    );
}

#[test]
fn controls_tricks_phases_needs_and_what_stays_are_said() {
    let nothing = [nothing(row("LocalClass"), WouldBe::Held)];
    let control = steps(Kind::Control, &nothing);
    assert!(
        control
            .last()
            .unwrap()
            .starts_with("A snapshot collects garbage first"),
        "{control:?}"
    );
    let trick = steps(Kind::Trick, &nothing);
    assert!(
        trick
            .last()
            .unwrap()
            .starts_with("That is all there is to find"),
        "{trick:?}"
    );

    let guide = guide(&Subject {
        kind: Kind::Leak,
        fixed: false,
        unit: "one block",
        units: 1,
        phases: &["make all", "free every other one"],
        stays: Some("a custom element stays defined"),
        needs: &[Need::Gesture],
        claims: &[
            moves(Meter::UserAgent, 600, percent(20, "it grows in steps"))
                .of(MemoryType::Shared)
                .needs(&[Need::Isolation, Need::Gesture]),
        ],
    });
    let words: Vec<_> = guide.steps.iter().map(|step| read(&step.words)).collect();
    assert_eq!(
        words,
        [
            "Make exactly 1 unit here (one block). First: make all. Then: free every other one.",
            "This cannot be undone: a custom element stays defined. Load the page anew to be rid of it.",
        ]
    );
    assert_eq!(guide.steps[1].action, Some(Action::Reload));
    let needs: Vec<_> = guide.needs.iter().map(|words| read(words)).collect();
    assert_eq!(needs.len(), 2, "each once: {needs:?}");
    assert!(needs[1].contains("`xtask serve`"), "{needs:?}");
    assert_eq!(
        read(&guide.meters[0]),
        "<userAgent>, `Shared`: up by about 600 B"
    );
}

#[test]
fn meters_are_said_to_move_or_not_and_when() {
    let claims = [
        counts(Meter::Live, 100_000),
        still(Meter::Blocks),
        still_within(Meter::JsUsed, bytes(50_000, "the page")),
        reads(Meter::Linear, at_least(49_000_000), EXACT).later(),
        reads(Meter::Externrefs, once(1), EXACT)
            .during()
            .why("the *list*"),
        reads(Meter::Peak, same_as(Meter::Live), EXACT),
        reads(Meter::Nodes, once(-2), bytes(1, "a notice")),
    ];
    let words: Vec<_> = about(Kind::Leak, &claims)
        .meters
        .iter()
        .map(|words| read(words))
        .collect();
    assert_eq!(
        words,
        [
            "<live>: up by 100000000 B",
            "<blocks>: does not move",
            "<jsUsed>: does not move",
            "<linear>, a moment later: up by at least 49000000 B",
            "<externrefs>, while they are made: up by 1, once: the _list_",
            "<peak>: as much as <live>",
            "<nodes>: down by about 2, once",
        ]
    );
}

#[test]
fn the_json_of_a_span_is_an_object_with_its_name_as_the_key() {
    let guide = about(Kind::Leak, &[delta("LeakyClass", 1)]);
    let json = serde_json::to_value(&guide).unwrap();
    assert_eq!(
        json["steps"][4]["words"],
        serde_json::json!([
            { "text": "Type " }, { "code": "LeakyClass" }, { "text": " in " }, { "ui": "Filter by class" }, { "text": ". " },
            { "text": "In the row " }, { "code": "LeakyClass" }, { "text": ", " }, { "ui": "# Delta" }, { "text": " reads " },
            { "strong": [{ "number": 1000, "signed": true, "unit": "count", "written": "+1\u{a0}000" }] }, { "text": "." },
        ])
    );
    assert_eq!(
        json["steps"][2]["action"],
        serde_json::json!({ "type": "make", "units": 1000 })
    );
    assert_eq!(serde_json::from_value::<Guide>(json).unwrap(), guide);
}

#[test]
fn numbers_to_be_read_in_a_cell_are_written_as_devtools_writes_them() {
    let comparison = |column, number| {
        let claims = [shows(row("A").column(column), once(number), EXACT)];
        let step = &about(Kind::Leak, &claims).steps[4];
        read(&step.words)
    };
    for (column, number, written) in [
        (Column::Delta, 1_234_567, "[+1\u{a0}234\u{a0}567]"),
        (Column::Delta, -1_000, "[\u{2212}1\u{a0}000]"),
        (Column::Delta, 0, "[0]"),
        (Column::New, 1_000, "[1\u{a0}000]"),
        (Column::SizeDelta, 207_400, "[+207\u{a0}kB]"),
        (Column::SizeDelta, -32_740, "[\u{2212}32.7\u{a0}kB]"),
        (Column::AllocSize, 999, "[999\u{a0}B]"),
        (Column::AllocSize, 1_000, "[1.0\u{a0}kB]"),
        (Column::AllocSize, 40_048_000, "[40.0\u{a0}MB]"),
        (Column::AllocSize, 140_048_000, "[140\u{a0}MB]"),
        (Column::FreedSize, 2_000_000_000, "[2.0\u{a0}GB]"),
    ] {
        let words = comparison(column, number);
        assert!(words.contains(written), "{column:?} {number}: {words}");
    }
}

#[test]
fn marks_make_spans_and_a_lone_mark_is_text() {
    assert_eq!(
        read(&marked("call `a*b` in *Memory*: 2 * 3")),
        "call `a*b` in _Memory_: 2 * 3"
    );
    assert_eq!(read(&marked("``")), "``");
    assert_eq!(read(&marked("`open")), "`open");
}
