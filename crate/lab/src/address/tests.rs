use super::{Ignored, Known, Parsed, Reason, Run, State};
use crate::run::limits::MOST_MEGABYTES;

fn known() -> Vec<Known> {
    let known = |slug: &str, period, cured| Known {
        slug: slug.into(),
        period,
        cured,
    };
    vec![
        known("leak-objects", 100, true),
        known("leak-classes", 100, true),
        known("leak-buffers", 100, true),
        known("leak-boxes", 100, true),
        known("allocate-classes", 100, false),
        known("allocate-locals", 100, false),
        known("global-object", 0, true),
    ]
}

fn from_hash(hash: &str) -> Parsed {
    super::from_hash(hash, &known(), 512)
}

fn from_command(line: &str) -> Parsed {
    super::from_command(line, &known(), 512)
}

fn to_hash(state: &State) -> String {
    super::to_hash(state, &known())
}

fn to_command(state: &State) -> String {
    super::to_command(state, &known())
}

fn ignored(word: &str, reason: Reason) -> Ignored {
    Ignored {
        word: word.into(),
        why: reason,
    }
}

fn run(slug: &str) -> Run {
    Run {
        slug: slug.into(),
        fixed: false,
        period: 100,
        units: 1,
    }
}

#[test]
fn the_seeds_demos_are_read_from_an_address_and_from_a_command_line() {
    let expected = State {
        runs: vec![run("leak-objects")],
        ..State::default()
    };
    assert_eq!(from_hash("#leak-objects&chart").state, expected);
    assert_eq!(
        from_command("npm start -- --chart --leak-objects").state,
        expected
    );
    let logged = from_command("npm start -- --log --chart --leak-objects").state;
    assert_eq!(
        logged,
        State {
            log: true,
            ..expected
        }
    );
    let two = from_command("npm start -- --leak-classes --allocate-classes").state;
    assert_eq!(two.runs, [run("leak-classes"), run("allocate-classes")]);
}

#[test]
fn state_survives_both_ways_round() {
    let state = State {
        runs: vec![
            Run {
                fixed: true,
                period: 50,
                units: 10,
                ..run("leak-buffers")
            },
            run("leak-boxes"),
        ],
        log: true,
        witnesses: true,
        topic: "leak-boxes".into(),
        span: 120,
        every: 50,
        budget: 64,
        ..State::default()
    };
    let hash = to_hash(&state);
    assert_eq!(
        hash,
        "leak-buffers=fixed,50ms,x10&leak-boxes&chart&log&witnesses&guide=leak-boxes&span=2min&every=50&budget=64"
    );
    assert_eq!(from_hash(&hash).state, state);
    assert_eq!(from_command(&to_command(&state)).state, state);
}

#[test]
fn a_fresh_page_has_an_empty_address() {
    assert_eq!(to_hash(&State::default()), "");
    assert_eq!(to_command(&State::default()), "npm start -- --chart");
    assert_eq!(from_hash("").state, State::default());
}

#[test]
fn help_is_asked_for_as_people_do() {
    for line in ["npm start -- -h", "-h", "--help"] {
        assert!(from_command(line).help, "{line}");
    }
    assert!(from_hash("#h").help);
}

#[test]
fn unknown_words_are_named_and_nothing_else_is_lost() {
    let parsed = from_hash("#leak-object&chart&<script>&leak-classes");
    assert_eq!(parsed.state.runs, [run("leak-classes")]);
    let near = Some("leak-objects".into());
    assert_eq!(
        parsed.ignored,
        [
            ignored("leak-object", Reason::Unknown(near)),
            ignored("<script>", Reason::Unknown(None))
        ]
    );
}

#[test]
fn numbers_out_of_range_keep_the_default() {
    for hash in [
        "every=1",
        "every=99999999999999",
        "every=-5",
        "every=",
        "budget=0",
        "budget=4096",
        "span=7",
        "leak-boxes=x0",
        "leak-boxes=5ms",
        "leak-boxes=nonsense",
    ] {
        let parsed = from_hash(hash);
        assert_eq!(parsed.ignored.len(), 1, "{hash}");
        let runs = parsed.state.runs.clone();
        assert_eq!(
            State {
                runs: vec![],
                ..parsed.state
            },
            State::default(),
            "{hash}"
        );
        assert!(
            runs.iter().all(|found| *found == run("leak-boxes")),
            "{hash}"
        );
    }
}

#[test]
fn rubbish_is_only_rubbish() {
    for hash in [
        "&&&==&",
        "#=#=",
        "%E0%A4%A",
        "\u{202e}&\0",
        &"x".repeat(100_000),
    ] {
        let parsed = from_hash(hash);
        assert_eq!(parsed.state, State::default());
        assert!(
            parsed
                .ignored
                .iter()
                .all(|one| one.word.chars().count() <= 41)
        );
    }
}

#[test]
fn an_address_that_a_chat_has_encoded_is_decoded() {
    let runs = from_hash("leak-buffers=fixed%2C50ms").state.runs;
    assert!(runs[0].fixed && runs[0].period == 50);
}

#[test]
fn a_control_has_no_fixed_variant() {
    let parsed = from_hash("allocate-locals=fixed");
    assert!(!parsed.state.runs[0].fixed);
    let slug = "allocate-locals".into();
    assert_eq!(parsed.ignored, [ignored("fixed", Reason::NoFixed(slug))]);
}

#[test]
fn the_last_word_on_a_scenario_holds() {
    let parsed = from_hash("leak-objects&leak-objects=x5");
    assert_eq!(
        parsed.state.runs,
        [Run {
            units: 5,
            ..run("leak-objects")
        }]
    );
}

#[test]
fn what_is_made_once_takes_no_rate() {
    for word in ["x5", "50ms"] {
        let parsed = from_hash(&format!("global-object={word}"));
        let run = &parsed.state.runs[0];
        assert_eq!((run.period, run.units), (0, 1));
        let slug = "global-object".into();
        assert_eq!(parsed.ignored, [ignored(word, Reason::Once(slug))]);
    }
}

#[test]
fn ten_words_are_named_and_the_rest_is_counted() {
    let parsed = from_hash(&"a&".repeat(200_000));
    assert_eq!((parsed.ignored.len(), parsed.more), (10, 199_990));
}

#[test]
fn what_rules_a_line_is_not_shown() {
    let parsed = from_hash("#\u{202e}abc\u{7}d\u{2066}e");
    assert_eq!(parsed.ignored[0].word, "abcde");
}

#[test]
fn a_line_may_raise_the_budget_a_link_may_not() {
    assert_eq!(from_command("--budget=4096").state.budget, 4096);
    assert_eq!(from_hash("#budget=4096").state.budget, 512);
    assert_eq!(
        from_command(&format!("--budget={}", MOST_MEGABYTES + 1))
            .ignored
            .len(),
        1
    );
    let raised = State {
        budget: 2_000,
        ..State::default()
    };
    assert_eq!(to_hash(&raised), "");
    assert_eq!(to_command(&raised), "npm start -- --chart --budget=2000");
}

#[test]
fn a_line_that_does_not_mention_the_budget_leaves_it_alone() {
    for read in [super::from_command, super::from_hash] {
        assert_eq!(read("chart", &known(), 2_000).state.budget, 2_000);
        assert_eq!(read("budget=64", &known(), 2_000).state.budget, 64);
    }
}
