//! Compares two or more snapshots and times it.
use std::time::Instant;

fn open(path: &str) -> heap::Snapshot {
    let bytes = std::fs::read(path).unwrap();
    let mut reader = heap::Reader::new(Some(bytes.len() as u64));
    for chunk in bytes.chunks(1 << 20) {
        reader.feed(chunk).unwrap();
    }
    heap::Analysis::new(reader.finish().unwrap()).finish()
}

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let files: Vec<heap::Snapshot> = paths.iter().map(|path| open(path)).collect();
    let all: Vec<&heap::Snapshot> = files.iter().collect();
    for pair in all.windows(2) {
        let start = Instant::now();
        let comparison = heap::Comparison::new(pair[0], pair[1]);
        eprintln!(
            "comparison {:?} rows {}",
            start.elapsed(),
            comparison.rows().len()
        );
    }
    if let [first, second, third, ..] = all[..] {
        let start = Instant::now();
        let made = heap::made_between_and_still_there(first, second, third);
        eprintln!(
            "still there {:?} rows {}",
            start.elapsed(),
            made.rows().len()
        );
    }
    let start = Instant::now();
    let series = heap::Series::new(&all);
    eprintln!("series {:?}", start.elapsed());
    for row in series.classes().iter().take(12) {
        let name = heap::wtf8::lossy(&row.name);
        println!("{name}: {:?} objects, {:?} bytes", row.counts, row.sizes);
    }
    for row in series.collections().iter().take(20) {
        let (name, id) = (heap::wtf8::lossy(&row.name), row.id.0);
        println!(
            "{name} @{id}: {:?} references, {:?} bytes",
            row.references, row.sizes
        );
    }
}
