//! Opens a snapshot until all figures are there: the phases for people, then one line of JSON for `cargo xtask bench heap`.

use std::{env, fs::File, io::Read, process::ExitCode, time::Instant};

use heap::{Analysis, Reader, Snapshot};

fn main() -> ExitCode {
    let Some(path) = env::args().nth(1) else {
        eprintln!("usage: time FILE");
        return ExitCode::FAILURE;
    };
    match open(&path) {
        Ok((snapshot, seconds)) => {
            let graph = snapshot.graph();
            println!(
                r#"{{"seconds":{seconds},"peak":{},"nodes":{},"total":{},"rows":{}}}"#,
                peak().unwrap_or(0),
                graph.node_count(),
                snapshot.total_size(),
                snapshot.rows().len(),
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn open(path: &str) -> Result<(Snapshot, f64), Box<dyn std::error::Error>> {
    let mut file = File::open(path)?;
    let begun = Instant::now();
    let mut reader = Reader::new(Some(file.metadata()?.len()));
    let mut piece = vec![0; 1 << 20];
    loop {
        match file.read(&mut piece)? {
            0 => break,
            read => reader.feed(&piece[..read])?,
        }
    }
    let mut analysis = Analysis::new(reader.finish()?);
    print_phase("Reading", begun);
    loop {
        let (phase, start) = (analysis.phase(), Instant::now());
        let done = analysis.step();
        print_phase(phase.title(), start);
        if done {
            break;
        }
    }
    let snapshot = analysis.finish();
    let seconds = begun.elapsed().as_secs_f64();
    Ok((snapshot, seconds))
}

fn print_phase(title: &str, start: Instant) {
    eprintln!(
        "{title:<36} {:>8.1} ms",
        start.elapsed().as_secs_f64() * 1e3
    );
}

/// The most memory this process ever held, in bytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}
