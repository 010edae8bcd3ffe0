//! Opens a snapshot until all figures are there: the phases for people, then one line of JSON for `cargo xtask bench heap`.
//! With `--ask` it then asks what a person would, with another file it compares the two; of several it says what grows.

mod question;

use std::{env, fs::File, io::Read, process::ExitCode, time::Instant};

use heap::{Analysis, Reader, Snapshot};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let done = match &words[..] {
        [file] => print(file, |_| Ok(Vec::new())),
        [file, option] if option == "--ask" => print(file, |snapshot| Ok(question::all(snapshot))),
        [before, after] => print(after, |after| {
            let (before, _) = open(before)?;
            Ok(question::compare(&before, after))
        }),
        [earlier @ .., last] if earlier.len() > 1 => print(last, |last| {
            let earlier: Result<Vec<_>, Trouble> = earlier.iter().map(|file| open(file)).collect();
            let earlier = earlier?;
            let all: Vec<&Snapshot> = earlier.iter().map(|(file, _)| file).chain([last]).collect();
            Ok(vec![question::growth("what grows over the files", &all)])
        }),
        _ => Err("usage: time FILE [--ask], or time BEFORE AFTER [LATER...]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

type Trouble = Box<dyn std::error::Error>;

fn print(
    path: &str,
    ask: impl FnOnce(&Snapshot) -> Result<Vec<String>, Trouble>,
) -> Result<(), Trouble> {
    let (snapshot, seconds) = open(path)?;
    let peak = peak().unwrap_or(0);
    let asked = ask(&snapshot)?.join(",");
    println!(
        r#"{{"seconds":{seconds},"peak":{peak},"nodes":{},"total":{},"rows":{},"asked":[{asked}]}}"#,
        snapshot.graph().node_count(),
        snapshot.total_size(),
        snapshot.rows().len(),
    );
    Ok(())
}

fn open(path: &str) -> Result<(Snapshot, f64), Trouble> {
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
