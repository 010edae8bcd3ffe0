//! Every scenario is whole, and whatever is made from the list agrees with it.

use catalogue::{CardPage, Entry, Index, Listing, Sign, all};
use contract::{Kind, LetGo, Make, Pace, Theme, Witness};
use std::collections::HashSet;
use std::path::Path;

fn each(look: impl Fn(&Entry)) {
    let all = all();
    assert!(!all.is_empty());
    all.iter().for_each(look);
}

#[test]
fn slugs_are_unique_and_folders_are_themes() {
    let all = all();
    let slugs: HashSet<_> = all.iter().map(|entry| entry.scenario.slug()).collect();
    assert_eq!(slugs.len(), all.len());
    for entry in all {
        let theme = Theme::of(entry.scenario.folder);
        assert!(theme.is_some(), "{}", entry.scenario.slug());
    }
}

#[test]
fn every_file_of_a_scenario_is_listed() {
    let listed: HashSet<_> = all().iter().map(|entry| entry.path("rs")).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = HashSet::new();
    for module in ["lab", "lab-web"] {
        let scenarios = format!("crate/{module}/src/scenario");
        for theme in std::fs::read_dir(root.join(&scenarios)).unwrap() {
            let theme = theme.unwrap();
            if !theme.path().is_dir() {
                continue;
            }
            for file in std::fs::read_dir(theme.path()).unwrap() {
                let path = file.unwrap().path();
                let name = path.file_name().unwrap().display();
                if path.extension().is_some_and(|end| end == "rs") {
                    found.insert(format!(
                        "{scenarios}/{}/{name}",
                        theme.file_name().display()
                    ));
                }
            }
        }
    }
    assert_eq!(found, listed);
}

#[test]
fn every_variant_has_claims_and_every_leak_a_cure() {
    each(|entry| {
        let (slug, card, code) = (
            entry.scenario.slug(),
            entry.scenario.card,
            entry.scenario.code,
        );
        assert!(!card.leaky.is_empty(), "{slug}: a variant without claims");
        assert_eq!(
            code.fixed.is_some(),
            !card.fixed.is_empty(),
            "{slug}: claims for no variant, or none for one"
        );
        assert!(
            card.kind != Kind::Leak || code.fixed.is_some(),
            "{slug}: a leak without a cure"
        );
        assert!(
            card.kind != Kind::Control || code.fixed.is_none(),
            "{slug}: a control that is mended"
        );
        assert!(
            card.guide_units > 0 && (code.pace != Pace::Once || card.guide_units == 1),
            "{slug}: units"
        );
    });
}

#[test]
fn a_leak_costs_something() {
    each(|entry| {
        let cost = entry.scenario.code.cost;
        let costs = cost.js + cost.wasm + cost.gpu + cost.other > 0;
        assert!(
            costs || entry.scenario.card.kind != Kind::Leak,
            "{}",
            entry.scenario.slug()
        );
    });
}

#[test]
fn what_needs_a_module_has_one_beside_it() {
    each(|entry| {
        let code = entry.scenario.code;
        let makes = [Some(code.leaky), code.fixed].into_iter().flatten();
        let by_module = makes
            .clone()
            .any(|make| matches!(make, Make::With(_) | Make::Module));
        let needs = by_module || matches!(code.let_go, LetGo::Module);
        assert_eq!(entry.source("js").is_some(), needs, "{}", entry.path("js"));
    });
}

#[test]
fn units_in_rust_are_counted_and_units_in_javascript_are_watched() {
    each(|entry| {
        let code = entry.scenario.code;
        let in_rust = matches!(code.leaky, Make::Block(_) | Make::Trap(_) | Make::Phases(_));
        let counted = matches!(code.witness, Witness::Tally(_) | Witness::Both(_));
        assert!(
            !in_rust || counted,
            "{}: nobody counts its units",
            entry.scenario.slug()
        );
    });
}

#[test]
fn a_leak_and_its_cure_differ_in_few_lines() {
    each(|entry| {
        let listing = Listing::of(entry);
        assert!(
            listing.leaky.len() > 40,
            "{}: {}",
            listing.path,
            listing.leaky
        );
        assert_eq!(
            listing.fixed.is_empty(),
            entry.scenario.code.fixed.is_none(),
            "{}",
            listing.path
        );
        if listing.fixed.is_empty() {
            return;
        }
        let changed = listing
            .diff
            .iter()
            .filter(|(sign, _)| *sign != Sign::Both)
            .count();
        assert!(
            (2..=12).contains(&changed),
            "{}: {:#?}",
            listing.path,
            listing.diff
        );
        let without = |gone: Sign| {
            let lines = listing.diff.iter().filter(|(sign, _)| *sign != gone);
            lines
                .map(|(_, text)| text.as_str())
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert_eq!(without(Sign::Fixed), listing.leaky);
        assert_eq!(without(Sign::Leaky), listing.fixed);
    });
}

#[test]
fn the_index_is_small() {
    let all = all();
    let bytes = serde_json::to_vec(&Index::of(&all)).unwrap().len();
    assert!(
        bytes / all.len() < 620,
        "{} bytes a scenario before compression",
        bytes / all.len()
    );
    each(|entry| assert_eq!(CardPage::of(entry).slug, entry.scenario.slug()));
}

#[test]
fn the_readme_lists_them_all() {
    let readme =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md"))
            .unwrap();
    let renewed =
        catalogue::renewed(&readme, &all()).expect("the README has the marks of the table");
    assert_eq!(
        readme, renewed,
        "`cargo run -p catalogue -- readme` writes it anew"
    );
}
