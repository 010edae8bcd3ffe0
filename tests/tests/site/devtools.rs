//! The guide followed in the real Memory tab: the grid says what the page said it would, in whatever language the browser is.

use claim::words::{Guide, Span, Subject, guide};
use claim::{Kind, Statement, View};
use leak_lab_tests::{Card, MemoryTab, Options, browser_with, cards};

#[tokio::test(flavor = "multi_thread")]
async fn the_comparison_row_and_the_retainers_of_leak_classes_read_as_the_guide_says() {
    // DevTools takes a minute over a snapshot of a thousand classes, each with its prototype and functions.
    follow("leak-classes", 50, "en-US").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_comparison_row_and_the_retainers_of_leak_objects_read_as_the_guide_says() {
    // So many that the number is written in groups, which languages write in different ways.
    follow("leak-objects", 1_000, "de-DE").await;
}

async fn follow(slug: &str, units: u64, language: &str) {
    let options = Options {
        arguments: vec![format!("--accept-lang={language}")],
        ..Options::default()
    };
    browser_with(options, async |browser, page| {
        page.open_lab("").await;
        assert_eq!(page.eval("navigator.language").await, language);
        let memory = MemoryTab::open(browser, page).await;
        memory.take_snapshot(1).await;
        page.eval(&format!("lab.step('{slug}', {units})")).await;
        memory.take_snapshot(2).await;
        memory.choose("Comparison").await;
        let all = cards();
        let card = all.iter().find(|card| card.slug == slug).expect("a card");
        let guide = guide_to(card, units);
        let mut constructor = String::new();
        for claim in &card.leaky {
            let Statement::Row { row, .. } = &claim.says else {
                continue;
            };
            assert_eq!(row.view, View::Comparison);
            constructor = row.constructor.to_string();
            let cell = memory
                .cell(&row.filter.text, &row.constructor, row.column.title())
                .await;
            assert!(
                numbers(&guide).contains(&cell),
                "{constructor}: {cell:?} is not in the guide: {:?}",
                numbers(&guide)
            );
        }
        memory.unfold(&constructor).await;
        for claim in &card.leaky {
            if let Statement::Path { along } = &claim.says {
                let object = format!("within({constructor:?})");
                memory.expect_retainers(&object, along, false).await;
            }
        }
    })
    .await;
}

fn guide_to(card: &Card, units: u64) -> Guide {
    guide(&Subject {
        kind: Kind::Leak,
        fixed: false,
        unit: "",
        units,
        phases: &[],
        stays: None,
        needs: &[],
        claims: &card.leaky,
    })
}

/// The numbers that the guide tells people to look for, as it writes them.
fn numbers(guide: &Guide) -> Vec<String> {
    let spans = guide.steps.iter().flat_map(|step| &step.words);
    let strong = spans.filter_map(|span| match span {
        Span::Strong { strong } => Some(strong),
        _ => None,
    });
    strong
        .flatten()
        .filter_map(|span| match span {
            Span::Number {
                written: Some(written),
                ..
            } => Some(written.to_string()),
            _ => None,
        })
        .collect()
}
