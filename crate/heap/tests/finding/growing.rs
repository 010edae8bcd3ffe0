//! What grows from snapshot to snapshot.

use heap::{Certainty, GrowthOptions, Pattern, Snapshot, growth};

use super::{drawn, edges, times};

fn grown(heaps: &[Snapshot]) -> Vec<String> {
    let heaps: Vec<&Snapshot> = heaps.iter().collect();
    let growth = growth(&heaps, &GrowthOptions::default());
    let evidence = growth.findings.iter().flat_map(|finding| &finding.evidence);
    evidence.map(|evidence| evidence.label.clone()).collect()
}

/// An array and a Set with so many entries.
fn heap(array: u64, set: u64) -> Snapshot {
    let mut nodes = vec![
        "@7 object Object 16: list -> @8, members -> @9".into(),
        format!(
            "@8 object Array 16: {}",
            edges(array, 100, |at| at.to_string())
        ),
        "@9 object Set 16: internal table -> @10".into(),
        format!(
            "@10 array \"\" 80: {}",
            edges(set, 5000, |at| format!("internal {}", 10 + 2 * at))
        ),
    ];
    nodes.extend(times(array, 100, |id| format!("@{id} object Item 100")));
    nodes.extend(times(set, 5000, |id| format!("@{id} string member 10")));
    drawn("internal global -> @7", &nodes)
}

#[test]
fn what_has_more_entries_in_each_snapshot_is_found() {
    let heaps = [heap(2, 50), heap(19, 50), heap(36, 60)];
    assert_eq!(
        grown(&heaps),
        [
            "Array (list of {list, members} ← (GC roots)): 2, 19, 36",
            "1 class grows by 17 each step: Item"
        ]
    );
    let growth = growth(&heaps.each_ref(), &GrowthOptions::default());
    let first = &growth.findings[0];
    assert_eq!(first.pattern, Pattern::GrowingCollection);
    assert_eq!(first.certainty, Certainty::GrowsEvenly);
    assert_eq!(first.evidence[0].steps, [2, 19, 36]);
    assert_eq!(first.evidence[0].gained, 34 * 100);
    assert_eq!(growth.gained, 34 * 100 + 10 * 10);
}

#[test]
fn what_is_large_and_stays_so_is_counted() {
    let unchanged = |heaps: [Snapshot; 3]| {
        let growth = growth(&heaps.each_ref(), &GrowthOptions::default());
        growth.unchanged
    };
    let set = |at: usize| [50, 67, 84][at];
    assert_eq!(unchanged([0, 1, 2].map(|at| heap(1500, set(at)))), 1);
    assert_eq!(unchanged([0, 1, 2].map(|at| heap(1500 + set(at), 50))), 0);
    assert_eq!(unchanged([0, 1, 2].map(|at| heap(100, set(at)))), 0);
}

#[test]
fn a_collection_may_be_born_later() {
    let without = drawn("internal other -> @5", &["@5 object Other 16".into()]);
    let heaps = [without, heap(17, 0), heap(34, 0)];
    assert!(
        grown(&heaps).contains(&"Array (list of {list, members} ← (GC roots)): 0, 17, 34".into())
    );
}

#[test]
fn what_stays_or_shrinks_or_warms_up_is_not() {
    assert_eq!(
        grown(&[heap(100, 100), heap(100, 90), heap(119, 200)]),
        [""; 0]
    );
    assert_eq!(grown(&[heap(100, 0), heap(190, 0), heap(200, 0)]), [""; 0]);
    assert_eq!(grown(&[heap(100, 30), heap(50, 30), heap(90, 30)]), [""; 0]);
    assert_eq!(grown(&[heap(100, 30)]), [""; 0]);
    assert_eq!(grown(&[]), [""; 0]);
}

#[test]
fn the_number_of_actions_tells_what_is_even() {
    let heaps = [heap(2, 0), heap(22, 0), heap(32, 0)];
    let heaps = heaps.each_ref();
    let certainty = |actions| {
        let options = GrowthOptions {
            actions,
            patterns: vec![Pattern::GrowingCollection],
        };
        let found = growth(&heaps, &options).findings;
        found.first().map(|found| found.certainty)
    };
    assert_eq!(certainty(Some(10)), Some(Certainty::GrowsEvenly));
    assert_eq!(certainty(Some(7)), None);
    assert_eq!(certainty(None), None);
}

/// Fibers of a framework, each with so many elements from as many renderings; or one fiber with all of them.
fn rendered(times_rendered: u64, fibers: u64) -> Snapshot {
    let elements = 40 * times_rendered;
    let mut nodes = vec![format!(
        "@7 object Root 16: {}",
        edges(fibers, 100, |at| format!("fiber{at}"))
    )];
    nodes.extend((0..fibers).map(|fiber| {
        let own = (fiber..elements).step_by(fibers as usize);
        let held: Vec<String> = own
            .map(|at| format!("element{at} -> @{}", 1000 + at))
            .collect();
        format!("@{} object Fiber 16: {}", 100 + fiber, held.join(", "))
    }));
    nodes.extend(times(elements, 1000, |id| {
        format!("@{id} object Element 100")
    }));
    drawn("internal global -> @7", &nodes)
}

#[test]
fn what_comes_into_places_that_were_there_is_no_growth() {
    let lines = |fibers| grown(&[1, 2, 3].map(|times| rendered(times, fibers)));
    assert_eq!(lines(40), [""; 0]);
    // Half as many places: two come into each.
    assert_eq!(lines(20), [""; 0]);
    let all_in_one = lines(1);
    assert!(
        all_in_one.contains(&"1 class grows by 40 each step: Element".to_owned()),
        "{all_in_one:?}"
    );
}

/// So many trees of seven nodes, each held by an object of its own, or all by one that stays.
fn trees(count: u64, is_own: bool) -> Snapshot {
    let roots = |at: u64| 1000 + 10 * at;
    let held: Vec<String> = (0..count)
        .map(|at| format!("{at} -> @{}", if is_own { 100 + at } else { roots(at) }))
        .collect();
    let mut nodes = vec![
        "@7 object Store 16: list -> @8".into(),
        format!("@8 object Array 16: {}", held.join(", ")),
    ];
    if is_own {
        nodes.extend((0..count).map(|at| {
            format!(
                "@{} object Session{at} 16: tree -> @{}",
                100 + at,
                roots(at)
            )
        }));
    }
    for root in (0..count).map(roots) {
        nodes.extend((0..7).map(|node| {
            let below = [2 * node + 1, 2 * node + 2]
                .into_iter()
                .filter(|&below| below < 7);
            let ways = ["left", "middle", "right"];
            let below: Vec<String> = below
                .map(|below| format!("{} -> @{}", ways[(below % 3) as usize], root + below))
                .collect();
            let below = if below.is_empty() {
                String::new()
            } else {
                format!(": {}", below.join(", "))
            };
            format!("@{} object Branch 500{below}", root + node)
        }));
    }
    drawn("internal global -> @7", &nodes)
}

#[test]
fn a_tree_that_something_new_holds_came_with_that() {
    let options = GrowthOptions {
        patterns: vec![Pattern::Trees],
        ..GrowthOptions::default()
    };
    let lines = |is_own| {
        let heaps = [10, 20, 30].map(|count| trees(count, is_own));
        let found = growth(&heaps.each_ref(), &options).findings;
        found
            .iter()
            .map(|finding| finding.evidence.len())
            .sum::<usize>()
    };
    assert_eq!((lines(false), lines(true)), (1, 0));
}

/// So many connections that a program's clients keep open, and a light timer for each.
fn connections(count: u64, script: &str) -> Snapshot {
    let listed = |first| edges(count, first, |at| at.to_string());
    let mut nodes = vec![
        format!("@7 synthetic \"(Global handles)\" 0: {}", listed(100)),
        format!("@8 object Array 16: {}", listed(5100)),
        "@20 object Client 24: constructor -> @21".into(),
        "@21 closure Client 28: internal shared -> @22".into(),
        "@22 code Client 48: internal script -> @23".into(),
        format!("@23 code \"{script}\" 144"),
        "@24 code check 48".into(),
    ];
    nodes.extend(times(count, 100, |id| {
        let (socket, native) = (id + 1000, id + 4000);
        format!("@{id} object TCP 48: \"<symbol owner_symbol>\" -> @{socket}, internal javascript_to_native -> @{native}")
    }));
    nodes.extend(times(count, 1100, |id| {
        format!("@{id} object Socket 1200: client -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 2100, |id| {
        format!(
            "@{id} object Client 300: socket -> @{}, __proto__ -> @20",
            id - 1000
        )
    }));
    nodes.extend(times(count, 4100, |id| {
        format!(
            "@{id} native \"Node / TCPSocketWrap\" 424: internal native_to_javascript -> @{}",
            id - 4000
        )
    }));
    nodes.extend(times(count, 5100, |id| {
        format!("@{id} object Timeout 80: _onTimeout -> @{}", id + 1000)
    }));
    nodes.extend(times(count, 6100, |id| {
        format!("@{id} closure check 30: internal shared -> @24")
    }));
    drawn("1 -> @7, internal lists -> @8", &nodes)
}

#[test]
fn an_open_handle_is_a_cause_and_said_with_who_uses_it() {
    let first = |script| grown(&[2, 19, 36].map(|count| connections(count, script))).remove(0);
    assert_eq!(
        first("file:///srv/app/pool.js"),
        "36 TCPSocketWrap kept open by Node (never closed), socket of Client: 2, 19, 36"
    );
    assert_eq!(
        first("node:internal/pool"),
        "36 TCPSocketWrap kept open by Node (never closed): 2, 19, 36"
    );
}

/// Earlier files are looked at wherever something can have grown in every step.
#[test]
fn one_more_in_each_file_is_growth_from_the_first_on() {
    let heaps = [0, 1, 2].map(|count| connections(count, "file:///srv/app/pool.js"));
    let options = GrowthOptions {
        actions: Some(1),
        patterns: vec![Pattern::OpenHandles],
    };
    let growth = growth(&heaps.each_ref(), &options);
    assert_eq!(growth.findings[0].evidence[0].steps, [0, 1, 2]);
}
