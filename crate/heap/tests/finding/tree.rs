//! Trees of objects of one class, and caches by text.

use heap::{Certainty, GrowthOptions, Pattern, Snapshot, growth};

use super::{drawn, edges, labels, times, usual};

/// A heap of `count` nodes: each has its children in an array and knows its parent.
fn by_children(count: u64) -> Snapshot {
    let mut nodes = vec!["@7 object Outline 16: root -> @100".to_owned()];
    nodes.extend(times(count, 100, |id| {
        let parent = 100 + (id - 100).saturating_sub(1) / 3;
        format!(
            "@{id} object Node 400: children -> @{}, parent -> @{parent}, owner -> @100",
            id + 10_000
        )
    }));
    nodes.extend(times(count, 10_100, |id| {
        let first = 3 * (id - 10_100) + 1;
        let children = (first..first + 3).filter(|at| *at < count);
        let children = children
            .enumerate()
            .map(|(at, child)| format!("{at} -> @{}", 100 + child));
        let children: Vec<String> = children.collect();
        format!("@{id} object Array 16: {}", children.join(", "))
    }));
    drawn("internal outline -> @7", &nodes)
}

/// By two properties, each object under one other.
fn by_sides(count: u64) -> Snapshot {
    let mut nodes = vec!["@7 object Index 16: root -> @100".to_owned()];
    nodes.extend(times(count, 100, |id| {
        let first = 2 * (id - 100) + 1;
        let sides = ["left", "right"].into_iter().zip(first..);
        let sides = sides.filter(|(_, at)| *at < count);
        let sides: Vec<String> = sides
            .map(|(side, at)| format!("{side} -> @{}", 100 + at))
            .collect();
        format!("@{id} object Entry 400: {}", sides.join(", "))
    }));
    drawn("internal index -> @7", &nodes)
}

fn grown(heaps: &[Snapshot], patterns: Vec<Pattern>) -> Vec<(Pattern, Certainty, Vec<String>)> {
    let heaps: Vec<&Snapshot> = heaps.iter().collect();
    let options = GrowthOptions {
        patterns,
        ..GrowthOptions::default()
    };
    let found = growth(&heaps, &options).findings.into_iter();
    found
        .map(|finding| {
            let labels = labels(&finding).into_iter().map(str::to_owned).collect();
            (finding.pattern, finding.certainty, labels)
        })
        .collect()
}

#[test]
fn a_tree_is_one_line_however_its_nodes_are_linked() {
    let lists = [20, 220, 420].map(by_children);
    let found = grown(&lists, Vec::new());
    assert_eq!(found[0].0, Pattern::Trees);
    assert_eq!(found[0].1, Certainty::GrowsEvenly);
    let text = "tree of 420 Node (children), root of Outline: 20, 220, 420";
    assert!(found[0].2[0].starts_with(text), "{found:?}");
    assert!(
        found
            .iter()
            .all(|found| found.0 != Pattern::GrowingCollection)
    );
    let sides = [20, 220, 420].map(by_sides);
    let found = grown(&sides, vec![Pattern::Trees]);
    assert_eq!(
        found[0].2,
        ["tree of 420 Entry (left, right), root of Index: 20, 220, 420"]
    );
}

#[test]
fn a_tree_in_one_file_is_usual_and_a_list_is_none() {
    let found = usual(&by_children(500), Pattern::Trees).unwrap();
    assert_eq!(found.count, 500);
    let mut nodes = vec!["@7 object Scheduler 16: head -> @100".to_owned()];
    nodes.extend(times(500, 100, |id| {
        format!(
            "@{id} object Task 400: next -> @{}, previous -> @{}",
            100 + (id - 99) % 500,
            100 + (id + 399) % 500
        )
    }));
    let list = drawn("internal scheduler -> @7", &nodes);
    assert_eq!(usual(&list, Pattern::Trees), None);
}

#[test]
fn objects_that_lead_everywhere_are_a_graph() {
    let mut nodes = vec!["@7 object Net 16: hub -> @100".to_owned()];
    nodes.extend(times(60, 100, |id| {
        let to = |step: u64| 100 + (id - 100) * step % 60;
        format!(
            "@{id} object Vertex 400: a -> @{}, b -> @{}, c -> @{}",
            to(2),
            to(4),
            100
        )
    }));
    let found = usual(&drawn("internal net -> @7", &nodes), Pattern::Trees).unwrap();
    assert!(
        labels(&found)[0].starts_with("graph of 60 Vertex ("),
        "{found:?}"
    );
}

/// A Map, or an object, with so many text keys.
fn cache(count: u64, map: bool) -> Snapshot {
    let keys = |at: u64| format!("user-{at}-token");
    let mut nodes = vec!["@7 object Service 16: sessions -> @8".to_owned()];
    if map {
        let table = (0..count).map(|at| {
            format!(
                "internal {} -> @{}, internal {} -> @{}",
                5 + 3 * at,
                20_000 + at,
                6 + 3 * at,
                100 + at
            )
        });
        nodes.push("@8 object Map 16: internal table -> @9".into());
        nodes.push(format!(
            "@9 array \"\" 900: {}",
            table.collect::<Vec<_>>().join(", ")
        ));
        nodes.extend(times(count, 20_000, |id| {
            format!("@{id} string {} 24", keys(id - 20_000))
        }));
    } else {
        nodes.push(format!(
            "@8 object Object 16: {}",
            edges(count, 100, |at| format!("\"{}\"", keys(at)))
        ));
    }
    nodes.extend(times(count, 100, |id| format!("@{id} object Session 2000")));
    drawn("internal service -> @7", &nodes)
}

#[test]
fn a_cache_by_text_is_told_once_and_never_with_a_whole_key() {
    for (map, class) in [(true, "Map"), (false, "Object")] {
        let found = super::notable(&cache(60, map), Pattern::KeyedCache);
        let [label] = labels(&found)[..] else {
            panic!("{found:?}")
        };
        let text = format!("{class} with 60 keys such as \"user-…\" (sessions of Service): ");
        assert!(label.starts_with(&text), "{label}");
        assert!(!label.contains("token"));
        let heaps = [40, 60, 80].map(|count| cache(count, map));
        let found = grown(&heaps, Vec::new());
        assert_eq!(found[0].0, Pattern::KeyedCache);
        assert!(
            found[0].2[0]
                .contains("with keys such as \"user-…\" (sessions of Service): 40, 60, 80")
        );
        assert!(
            found
                .iter()
                .all(|found| found.0 != Pattern::GrowingCollection)
        );
        assert!(grown(&heaps, vec![Pattern::GrowingCollection]).is_empty());
    }
}

/// What a library made with Emscripten keeps by address.
fn by_address(count: u64, step: u64, memory: &str) -> Snapshot {
    let mut nodes = vec![
        "@7 object Database 16: statements -> @8".to_owned(),
        format!(
            "@8 object Object 16: {}",
            edges(count, 100, |at| format!(
                "element {}",
                5_000_000 + step * at
            ))
        ),
        format!("@9 object {memory} 16"),
    ];
    nodes.extend(times(count, 100, |id| format!("@{id} object Statement 60")));
    drawn("internal db -> @7, internal memory -> @9", &nodes)
}

#[test]
fn what_is_kept_by_its_address_in_linear_memory_is_a_struct() {
    let found = super::notable(&by_address(30, 2048, "Memory"), Pattern::WasmStructs);
    assert_eq!(
        labels(&found),
        ["30 Statement not freed, by address in statements of Database: 1.8 kB"]
    );
    assert_eq!(
        usual(&by_address(30, 2047, "Memory"), Pattern::WasmStructs),
        None
    );
    assert_eq!(
        usual(&by_address(30, 2048, "Buffer"), Pattern::WasmStructs),
        None
    );
    assert_eq!(
        usual(&by_address(19, 2048, "Memory"), Pattern::WasmStructs),
        None
    );
}
