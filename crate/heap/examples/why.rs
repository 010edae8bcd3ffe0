//! Times questions of why objects are alive.
use std::time::{Duration, Instant};

use heap::path::{Held, Options};
use heap::{NodeIx, Snapshot};

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let mut reader = heap::Reader::new(Some(bytes.len() as u64));
    for chunk in bytes.chunks(1 << 20) {
        reader.feed(chunk).unwrap();
    }
    let snapshot = heap::Analysis::new(reader.finish().unwrap()).finish();
    snapshot.index_retainers();
    paths_of_many(&snapshot);
    paths_of_the_most_held(&snapshot);
    releases(&snapshot);
    holders(&snapshot);
}

fn print(snapshot: &Snapshot, path: &heap::path::Path) {
    let text = path.sentence(snapshot, 8);
    println!("   {}", heap::wtf8::lossy(&text));
}

fn paths_of_many(snapshot: &Snapshot) {
    let count = snapshot.graph().node_count();
    for most in [1, 5] {
        let options = Options {
            most,
            ..Options::default()
        };
        let mut times: Vec<(Duration, NodeIx)> = Vec::new();
        let mut held = [0; 5];
        for node in snapshot
            .graph()
            .nodes()
            .step_by((count / 3000).max(1) as usize)
        {
            let start = Instant::now();
            let paths = snapshot.paths(node, &options);
            times.push((start.elapsed(), node));
            held[match paths.held {
                Held::Strongly => 0,
                Held::Aside => 1,
                Held::Weakly => 2,
                Held::Nowise => 3,
                Held::Unknown => 4,
            }] += 1;
        }
        times.sort_unstable();
        let at = |share: usize| times[(times.len() - 1) * share / 100].0;
        println!(
            "{most} paths of {} objects: median {:?}, 99 % {:?}, most {:?}; held {held:?}",
            times.len(),
            at(50),
            at(99),
            at(100)
        );
        for &(time, node) in times.iter().rev().take(3) {
            println!("  {time:?} @{} retainers", snapshot.graph().id(node).0);
            snapshot
                .paths(node, &options)
                .list
                .iter()
                .for_each(|path| print(snapshot, path));
        }
    }
}

fn paths_of_the_most_held(snapshot: &Snapshot) {
    let count = snapshot.graph().node_count();
    let mut degree = vec![0_u32; count as usize];
    for node in snapshot.graph().nodes() {
        for edge in snapshot.graph().edges(node) {
            degree[snapshot.graph().target(edge).0 as usize] += 1;
        }
    }
    let mut held: Vec<NodeIx> = snapshot.graph().nodes().collect();
    held.sort_unstable_by_key(|node| std::cmp::Reverse(degree[node.0 as usize]));
    for most in [1, 5] {
        for &node in &held[..12] {
            let options = Options {
                most,
                ..Options::default()
            };
            let start = Instant::now();
            let paths = snapshot.paths(node, &options);
            println!(
                "{} paths, {:?}, to {} with {} retainers: {:?}",
                paths.list.len(),
                paths.ended,
                heap::wtf8::lossy(snapshot.graph().raw_name(node)),
                degree[node.0 as usize],
                start.elapsed()
            );
        }
    }
}

fn releases(snapshot: &Snapshot) {
    let popular = |node: &NodeIx| std::cmp::Reverse(snapshot.retained_size(*node));
    let mut large: Vec<NodeIx> = snapshot.graph().nodes().collect();
    large.sort_unstable_by_key(popular);
    let start = Instant::now();
    snapshot.release(&large[1..2]);
    println!("first release, with the places {:?}", start.elapsed());
    for &node in &large[1..4] {
        let start = Instant::now();
        let freed = snapshot.release(&[node]);
        println!(
            "release of {}: {:?}, {} objects, {} bytes of {} retained",
            heap::wtf8::lossy(snapshot.class_name(node)),
            start.elapsed(),
            freed.count(),
            freed.bytes(),
            snapshot.retained_size(node)
        );
    }
}

fn holders(snapshot: &Snapshot) {
    let mut rows = snapshot.rows().to_vec();
    rows.sort_unstable_by_key(|row| std::cmp::Reverse(row.retained));
    for row in rows.iter().take(14) {
        let of = |node: &NodeIx| snapshot.class(*node) == row.class;
        let objects: Vec<NodeIx> = snapshot.graph().nodes().filter(of).collect();
        let start = Instant::now();
        let holders = snapshot.holders(&objects);
        let took = start.elapsed();
        let start = Instant::now();
        let smallest = snapshot.smallest_cut(&objects, 8);
        println!(
            "{} x {}: {} holders in {took:?} free {} (retained {}); smallest cut in {:?}",
            row.count,
            heap::wtf8::lossy(&row.name),
            holders.list.len(),
            holders.all.bytes(),
            row.retained,
            start.elapsed()
        );
        match smallest {
            heap::SmallestCut::Edges { edges, .. } => {
                let freed = snapshot.cut(&edges);
                println!("  cut {} edges frees {} bytes", edges.len(), freed.bytes());
            }
            other => println!("  {other:?}"),
        }
        for holder in holders.list.iter().take(2) {
            let alone = holder.alone.as_ref().unwrap();
            println!(
                "  {:?} in {} hold {} with {} edges: alone {}",
                holder.label,
                heap::wtf8::lossy(snapshot.class_name(holder.first)),
                holder.held,
                holder.edges.len(),
                alone.bytes
            );
            alone.path.iter().for_each(|path| print(snapshot, path));
        }
    }
}
