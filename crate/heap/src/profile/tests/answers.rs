use super::*;
use crate::{
    profile::{By, Sort, twin::Function},
    wtf8::{lossy, utf16_order},
};
use std::collections::BTreeMap;

const SORTS: [Sort; 6] = [
    Sort::ascending(By::Total),
    Sort::ascending(By::Own),
    Sort::ascending(By::Name),
    Sort::descending(By::Total),
    Sort::descending(By::Own),
    Sort::descending(By::Name),
];

#[test]
fn functions_are_those_of_the_twin() {
    for (tree, profile) in trees() {
        let frames = &profile.frames;
        let function = |frame: u32| -> Function {
            let text = |text| lossy(text).into_owned();
            let line = frames.get(frame).line as i32 - 1;
            (text(frames.name(frame)), text(frames.url(frame)), line)
        };
        let page = profile.functions(Sort::descending(By::Total), 0..usize::MAX);
        let rows = page.rows.iter();
        let sums: BTreeMap<_, _> = rows
            .map(|row| {
                let sums = row.sums;
                (function(row.frame), (sums.own, sums.total, sums.nodes))
            })
            .collect();
        assert_eq!(page.total as usize, page.rows.len());
        assert_eq!(sums.len(), page.total as usize);
        assert_eq!(sums, tree.sums(Twin::function));
    }
}

#[test]
fn scripts_are_those_of_the_twin() {
    for (tree, profile) in trees() {
        let page = profile.scripts(Sort::ascending(By::Name), 0..9);
        let rows = page.rows.iter().map(|row| {
            let url = lossy(row.url).into_owned();
            (url, (row.sums.own, row.sums.total, row.sums.nodes))
        });
        let expected: Vec<_> = tree.sums(|node| node.url.clone()).into_iter().collect();
        assert_eq!(rows.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn samples_of_functions_add_up() {
    for (tree, profile) in trees() {
        let page = profile.functions(Sort::ascending(By::Own), 0..usize::MAX);
        let samples: u32 = page.rows.iter().map(|row| row.sums.samples).sum();
        let stacks = tree.stacks();
        let expected = stacks[1..]
            .iter()
            .filter(|stack| stack[stack.len() - 1].own > 0.0);
        assert_eq!(samples as usize, expected.count());
    }
}

#[test]
fn children_are_sorted_as_asked() {
    for (tree, profile) in trees() {
        for (node, stack) in tree.stacks().iter().enumerate() {
            let twin = stack[stack.len() - 1];
            let mut next = node as u32 + 1;
            let mut expected: Vec<(u32, &Twin)> = Vec::new();
            for child in &twin.children {
                expected.push((next, child));
                next += child.stacks().len() as u32;
            }
            let all: Vec<u32> = expected.iter().map(|child| child.0).collect();
            assert_eq!(profile.nodes.children(node as u32).collect::<Vec<_>>(), all);
            expected.retain(|child| child.1.total() > 0.0);
            for sort in SORTS {
                let mut sorted = expected.clone();
                sorted.sort_by(|(_, a), (_, b)| {
                    let order = match sort.by {
                        By::Total => a.total().total_cmp(&b.total()),
                        By::Own => a.own.total_cmp(&b.own),
                        By::Name => utf16_order(a.label().as_bytes(), b.label().as_bytes()),
                    };
                    if sort.descending {
                        order.reverse()
                    } else {
                        order
                    }
                });
                let sorted: Vec<u32> = sorted.iter().map(|child| child.0).collect();
                let page = profile.children(node as u32, sort, 1..3);
                let expected = sorted.iter().take(3).skip(1).copied();
                assert_eq!(page.rows, expected.collect::<Vec<_>>(), "{sort:?}");
                assert_eq!(page.total as usize, sorted.len());
            }
        }
    }
}

#[test]
fn the_heaviest_stack_goes_down_the_largest_totals() {
    for (tree, profile) in trees() {
        let mut expected = vec![0];
        let mut twin = &tree;
        loop {
            let mut next = expected[expected.len() - 1] + 1;
            let mut best: Option<(u32, &Twin)> = None;
            for child in &twin.children {
                if child.total() > best.map_or(0.0, |best| best.1.total()) {
                    best = Some((next, child));
                }
                next += child.stacks().len() as u32;
            }
            let Some((node, child)) = best else { break };
            expected.push(node);
            twin = child;
        }
        assert_eq!(profile.heaviest_stack(), expected);
        let last = expected[expected.len() - 1];
        assert_eq!(profile.stack(last), expected);
    }
}

#[test]
fn what_is_no_node_has_no_answers() {
    let profile = read(&chain(1), 99).unwrap();
    let sort = Sort::ascending(By::Name);
    assert_eq!(profile.children(2, sort, 0..9).total, 0);
    assert_eq!(profile.children(u32::MAX, sort, 0..9).total, 0);
    assert!(profile.stack(2).is_empty());
    assert_eq!(profile.frames.label(99), b"(anonymous)");
    assert!(Profile::default().heaviest_stack().is_empty());
    assert_eq!(Profile::default().functions(sort, 0..9).total, 0);
}
