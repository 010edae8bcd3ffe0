use super::{Run, State, from_command, from_hash, to_command, to_hash};

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
    assert_eq!(parsed.notices.len(), 2);
    assert!(
        parsed.notices[0].contains("“leak-object”") && parsed.notices[0].contains("leak-objects")
    );
    assert!(parsed.notices[1].contains("“<script>”"));
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
        assert_eq!(parsed.notices.len(), 1, "{hash}");
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
        assert!(parsed.notices.iter().all(|notice| notice.len() < 400));
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
    assert!(parsed.notices[0].contains("control"));
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
