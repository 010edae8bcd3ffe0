//! The page of Markdown.

use std::fmt::Write as _;

use heap::{ReportOptions, Snapshot, report};

use crate::{draw::draw, fixture};

/// A service whose list has so many reports; the list of names stays.
fn service(reports: u64) -> Snapshot {
    let edges = |count: u64, first: u64| {
        let edges: Vec<String> = (0..count)
            .map(|at| format!("{at} -> @{}", first + 2 * at))
            .collect();
        edges.join(", ")
    };
    let mut text = format!(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object "Window / https://app.example" 10: service -> @5
        @5 object "<img src=x>*Service*|" 10: reports -> @7, names -> @9
        @7 object Array 10: {}
        @9 object Array 10: {}
        "#,
        edges(reports, 1001),
        edges(1200, 100_001)
    );
    for id in (1001..).step_by(2).take(reports as usize) {
        let _ = writeln!(text, "@{id} object Report 5000");
    }
    for id in (100_001..).step_by(2).take(1200) {
        let _ = writeln!(text, "@{id} object Name 1000");
    }
    fixture::open(&draw(&text))
}

fn told(files: &[&Snapshot]) -> String {
    report(
        files,
        &ReportOptions {
            names: &["before.heapsnapshot", "after|2.heapsnapshot"],
            actions: None,
        },
    )
}

#[test]
fn of_several_files_it_says_what_grew_who_holds_it_and_what_cutting_frees() {
    let files = [10, 40, 70].map(service);
    let text = told(&files.each_ref());
    let grown = text.split("## Looked at").next().unwrap();
    assert!(text.starts_with(
        "# Heap report\n\n| File | Objects | Heap |\n| --- | --: | --: |\n| before.heapsnapshot | "
    ));
    assert!(text.contains("\n| after\\|2.heapsnapshot | ") && text.contains("\n| file 3 | "));
    for part in [
        "## What grew\n",
        "10, 40, 70",
        "alive by: Array ← reports of &lt;img src=x&gt;\\*Service\\*\\| ← service of Window",
        "cutting reports of &lt;img src=x&gt;\\*Service\\*\\| (`@5.reports`) frees 350 kB in 71 objects",
    ] {
        assert!(grown.contains(part), "{part}\n{text}");
    }
    assert!(!grown.contains("names of"), "{text}");
    assert!(
        text.contains("- did not grow: Array with 1,200 entries"),
        "{text}"
    );
    assert!(text.contains("- nothing of: ") && text.contains("\n## To be sure\n"));
}

#[test]
fn of_one_file_it_says_what_is_large_and_what_is_shaped_like_a_leak() {
    let text = told(&[&service(70)]);
    let (shaped, large) = text.split_once("## What is large").unwrap();
    assert!(
        shaped.ends_with("## What is shaped like a leak\n\nNothing.\n\n"),
        "{text}"
    );
    assert!(large.contains("Array with 1,200 entries"), "{text}");
    assert!(!text.contains("did not grow"));
    assert_eq!(told(&[]), "");
}

#[test]
fn nothing_in_a_name_is_markup() {
    let files = [10, 40, 70].map(service);
    let text = told(&files.each_ref());
    let plain = text.replace("\\*", "").replace("**", "");
    assert!(!plain.contains('*'), "{text}");
    assert!(!text.contains("<img"));
    assert!(!text.contains("https://"));
}
