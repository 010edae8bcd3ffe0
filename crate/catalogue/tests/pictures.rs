//! The guide's pictures are those that the catalogue's claims ask for.

use catalogue::all;
use claim::words::pictures;
use claim::{Claim, Path, Statement, Step};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Bytes of a picture: each is loaded by a click, and should be there at once. The largest are Retainers in many rows.
const SMALL: u64 = 25_000;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/shots"))
}

fn index() -> Value {
    let text = fs::read(folder().join("index.json")).expect("`cargo xtask shots` takes them");
    serde_json::from_slice(&text).expect("an index")
}

/// Slug, name and claim of each that is asked for.
fn wanted() -> Vec<(String, String, &'static Claim)> {
    let all = all();
    let of = all.iter().flat_map(|entry| {
        pictures(entry.scenario.card.leaky)
            .map(|(name, claim)| (entry.scenario.slug(), name, claim))
    });
    of.collect()
}

#[test]
fn every_step_that_speaks_of_a_view_has_its_picture_and_none_is_left_over() {
    let index = index();
    let mut entries = BTreeSet::new();
    for (slug, scenario) in index.as_object().expect("scenarios") {
        for name in scenario["pictures"].as_object().expect("pictures").keys() {
            entries.insert((slug.clone(), name.clone()));
        }
    }
    let wanted: BTreeSet<_> = wanted()
        .into_iter()
        .map(|(slug, name, _)| (slug, name))
        .collect();
    assert_eq!(entries, wanted, "`cargo xtask shots` takes them anew");
    let named = wanted.iter().flat_map(|(slug, name)| {
        ["light", "dark"].map(|theme| format!("{slug}-{name}-{theme}.webp"))
    });
    let named: BTreeSet<_> = named.chain(["index.json".to_owned()]).collect();
    let files = fs::read_dir(folder()).expect("a folder");
    let files: BTreeSet<_> = files
        .map(|file| {
            file.expect("a file")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    assert_eq!(files, named);
}

#[test]
fn a_picture_is_small_and_its_text_names_what_the_guide_speaks_of() {
    let index = index();
    for (slug, name, claim) in wanted() {
        let scenario = &index[&slug];
        for told in ["browser", "date"] {
            assert!(scenario[told].as_str().is_some_and(|text| text.len() > 8));
        }
        let picture = &scenario["pictures"][&name];
        let alt = picture["alt"].as_str().expect("a text");
        for word in words(claim) {
            assert!(alt.contains(&word), "{slug}-{name}: no {word:?} in {alt:?}");
        }
        for theme in ["light", "dark"] {
            let file = folder().join(format!("{slug}-{name}-{theme}.webp"));
            let data = fs::read(&file).expect("a picture");
            let bytes = data.len() as u64;
            assert!(bytes <= SMALL, "{}: {bytes} bytes", file.display());
            assert_eq!((&data[..4], &data[8..12]), (&b"RIFF"[..], &b"WEBP"[..]));
        }
        assert!((300..=700).contains(&picture["width"].as_u64().expect("a width")));
        assert!((60..=520).contains(&picture["height"].as_u64().expect("a height")));
    }
}

/// What has to be read on it: the row, or where the path begins and ends.
fn words(claim: &Claim) -> Vec<String> {
    match &claim.says {
        Statement::Row { row, .. } => {
            vec![row.view.title().to_owned(), row.constructor.to_string()]
        }
        Statement::Path { along } => {
            let path = Path::parse(along).expect("a path");
            let Some(Step::Hop(last)) = path.steps.last() else {
                panic!("{along} has no end");
            };
            let end = last.node.text().trim_end_matches('…').to_owned();
            vec!["Retainers".to_owned(), path.from.text().to_owned(), end]
        }
        _ => panic!("there is no picture of {claim:?}"),
    }
}
