//! Timelines beside the twins, and stacks made to harm.

use heap::{AllocationRow, Code, NodeIx, Snapshot, Stacks, intervals};
use proptest::{prelude::*, sample::Index};

use super::{LIMITS, open, text};
use crate::{
    draw::{Drawing, Function, Style, Trace},
    random, twin,
};

proptest! {
    #![proptest_config(crate::random::cases(300))]

    #[test]
    fn what_is_left_of_each_interval_is_the_twins(drawing in random::drawing(LIMITS)) {
        let snapshot = snapshot(&drawing);
        match intervals(&snapshot) {
            Ok(intervals) => {
                let alive: Vec<u64> = intervals.iter().map(|interval| interval.alive).collect();
                prop_assert_eq!(alive, twin::figures(&drawing).samples);
            }
            Err(error) => {
                prop_assert_eq!(error.code, Code::NotRecorded);
                prop_assert!(drawing.samples.is_empty());
            }
        }
    }

    #[test]
    fn who_allocated_is_the_twins(drawing in with_stacks()) {
        let snapshot = snapshot(&drawing);
        let stacks = Stacks::new(&snapshot).unwrap();
        let sites = twin::sites(&drawing, &twin::figures(&drawing).shallow);
        prop_assert_eq!(figures(stacks.tops()), twin::tops(&sites));
        for row in stacks.totals() {
            let below = sites.iter().filter(|site| site.functions.contains(&(row.own.function as usize)));
            prop_assert_eq!(row.live_total, below.map(|site| site.figures[3]).sum::<u64>());
        }
        for site in &sites {
            for length in 1..=site.functions.len() {
                let path = &site.functions[..length];
                let ours = stacks.callers(&path.iter().map(|function| *function as u32).collect::<Vec<_>>()).unwrap();
                check_callers(&ours, &sites, path.to_vec())?;
                check_objects(&stacks, &drawing, &sites, path)?;
            }
        }
        for (node, drawn) in drawing.nodes.iter().enumerate() {
            let site = sites.iter().rfind(|site| site.id == drawn.trace);
            if let (Some(site), 1..) = (site, drawn.trace) {
                let frames = stacks.stack(NodeIx(node as u32), 0..usize::MAX);
                let ours: Vec<_> = frames.iter().map(|frame| text(&frame.name)).collect();
                let theirs: Vec<_> = site.functions.iter()
                    .map(|function| drawing.strings[drawing.functions[*function].name].clone())
                    .collect();
                prop_assert_eq!(ours, theirs);
            }
        }
    }
}

const DEEP: usize = 100_000;

#[test]
fn a_stack_of_a_hundred_thousand_is_answered_in_parts() {
    let snapshot = deep(|id| u64::from(id == DEEP));
    let stacks = Stacks::new(&snapshot).unwrap();
    let [top] = stacks.tops() else {
        panic!("{:?}", stacks.tops());
    };
    assert_eq!((top.function, top.count, top.live_size), (1, 1, 16));
    // The file's table lacks the function.
    assert_eq!(top.frame, heap::Frame::default());
    assert_eq!(stacks.stack(NodeIx(0), DEEP - 2..2 * DEEP).len(), 2);
    let mut path = vec![1];
    loop {
        let callers = stacks.callers(&path).unwrap();
        let rows = callers.single.iter().chain(&callers.branching);
        path.extend(rows.map(|row| row.function));
        assert!(callers.single.len() <= heap::limits::MAX_CALLERS);
        if callers.branching.is_empty() {
            break;
        }
    }
    assert_eq!(path.len(), DEEP);
    path.push(0);
    assert_eq!(stacks.callers(&path).unwrap_err().code, Code::NotRecorded);
}

#[test]
fn a_function_that_called_itself_a_hundred_thousand_times_is_answered() {
    let snapshot = deep(|_| 1);
    let stacks = Stacks::new(&snapshot).unwrap();
    assert_eq!(stacks.tops()[0].count, DEEP as u64 - 1);
    let callers = stacks.callers(&[1]).unwrap();
    let counts: Vec<u64> = callers.branching.iter().map(|row| row.count).collect();
    assert_eq!(counts, [1, DEEP as u64 - 2]);
}

/// A single chain of calls; of all but the root by a function that is not in the table.
fn deep(count: impl Fn(usize) -> u64) -> Snapshot {
    let head = r#"{"snapshot":{"meta":{"node_fields":["type","name","id","self_size","edge_count","trace_node_id"],
        "node_types":[["object"],"string","number","number","number","number"],
        "edge_fields":["type","name_or_index","to_node"],"edge_types":[["element"],"string_or_number","node"],
        "trace_function_info_fields":["function_id","name","script_name","script_id","line","column"],
        "trace_node_fields":["id","function_info_index","count","size","children"]},
        "node_count":1,"edge_count":0,"trace_function_count":1},"edges":[],"strings":["f"],"#;
    let rest = format!(
        r#""nodes":[0,0,1,16,0,{DEEP}],"trace_function_infos":[1,0,0,0,0,0],"trace_tree":["#
    );
    let node = |id: usize| format!("{id},{},{},8,[", id.min(2) - 1, count(id));
    let tree: String = (1..=DEEP).map(node).collect();
    let file = [head, &rest, &tree, &"]".repeat(DEEP + 1), "}"].concat();
    open(file.as_bytes(), 1 << 16).unwrap()
}

/// Ours leaves the steps between out.
fn check_callers(
    ours: &heap::Callers,
    sites: &[twin::Site],
    mut path: Vec<usize>,
) -> Result<(), TestCaseError> {
    for row in &ours.single {
        prop_assert_eq!(
            figures(std::slice::from_ref(row)),
            twin::callers(sites, &path)
        );
        path.push(row.function as usize);
    }
    prop_assert_ne!(ours.branching.len(), 1);
    prop_assert_eq!(figures(&ours.branching), twin::callers(sites, &path));
    Ok(())
}

fn check_objects(
    stacks: &Stacks<&Snapshot>,
    drawing: &Drawing,
    sites: &[twin::Site],
    path: &[usize],
) -> Result<(), TestCaseError> {
    let path32: Vec<u32> = path.iter().map(|function| *function as u32).collect();
    let ours = stacks.objects(&path32).unwrap();
    let ids: Vec<u64> = sites
        .iter()
        .filter(|site| site.functions.starts_with(path))
        .map(|site| site.id)
        .collect();
    for (node, drawn) in drawing.nodes.iter().enumerate() {
        prop_assert_eq!(ours.has(NodeIx(node as u32)), ids.contains(&drawn.trace));
    }
    Ok(())
}

fn figures(rows: &[AllocationRow]) -> Vec<(usize, [u64; 4], bool)> {
    let figures = |row: &AllocationRow| [row.count, row.size, row.live_count, row.live_size];
    rows.iter()
        .map(|row| (row.function as usize, figures(row), row.has_callers))
        .collect()
}

/// A random heap whose objects were made by random functions.
fn with_stacks() -> impl Strategy<Value = Drawing> {
    let traces = prop::collection::vec((any::<Index>(), 0..4_usize, 0..3_u64, 0..100_u64), 1..12);
    (random::drawing(LIMITS), traces).prop_map(|(mut drawing, traces)| {
        for id in 0..4 {
            let name = drawing.text(format!("function {id}"));
            drawing.functions.push(Function {
                id,
                name,
                script_name: 0,
                script: 7,
                line: 1,
                column: id,
            });
        }
        let mut root = Trace {
            id: 1,
            function: 0,
            count: 0,
            size: 0,
            children: Vec::new(),
        };
        for ((caller, function, count, size), id) in traces.into_iter().zip(2_u64..) {
            let caller = root.find(1 + caller.index(id as usize - 1) as u64).unwrap();
            caller.children.push(Trace {
                id,
                function,
                count,
                size,
                children: Vec::new(),
            });
        }
        drawing.traces = Some(root);
        if !drawing.with_trace_ids {
            drawing.with_trace_ids = true;
            for (node, trace) in drawing.nodes.iter_mut().zip((0..9).cycle()) {
                node.trace = trace;
            }
        }
        drawing
    })
}

fn snapshot(drawing: &Drawing) -> Snapshot {
    open(&drawing.to_json(&Style::V8), usize::MAX).unwrap()
}
