//! Times the phases.
use std::time::Instant;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let start = Instant::now();
    let mut reader = heap::Reader::new(Some(bytes.len() as u64));
    for chunk in bytes.chunks(1 << 20) {
        reader.feed(chunk).unwrap();
    }
    let graph = reader.finish().unwrap();
    eprintln!(
        "read {:?} {} nodes {} edges {} strings",
        start.elapsed(),
        graph.node_count(),
        graph.edge_count(),
        graph.strings().len()
    );
    let t = Instant::now();
    let mut analysis = heap::Analysis::new(graph);
    eprintln!("texts {:?}", t.elapsed());
    loop {
        let (phase, t) = (analysis.phase(), Instant::now());
        let done = analysis.step();
        eprintln!("{phase:?} {:?}", t.elapsed());
        if done {
            break;
        }
    }
    let t = Instant::now();
    let snapshot = analysis.finish();
    eprintln!("rows {:?}", t.elapsed());
    eprintln!(
        "all {:?} total {} rows {}",
        start.elapsed(),
        snapshot.total_size(),
        snapshot.rows().len()
    );
    let t = Instant::now();
    snapshot.index_retainers();
    eprintln!("retainers {:?}", t.elapsed());
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    eprintln!(
        "{}",
        status.lines().find(|l| l.starts_with("VmHWM")).unwrap()
    );
}
