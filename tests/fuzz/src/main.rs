//! Damages files for a time: `leak-lab-fuzz <seconds> [seed]`.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
    time::{Duration, Instant},
};

use leak_lab_fuzz::{damaged, run};

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|number| number.parse::<u64>());
    let (Some(Ok(seconds)), Ok(first)) = (numbers.next(), numbers.next().unwrap_or(Ok(1 << 32)))
    else {
        eprintln!("leak-lab-fuzz <seconds> [seed]");
        return ExitCode::from(2);
    };
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut seed, mut found) = (first, 0);
    while Instant::now() < end && found < 10 {
        if catch_unwind(AssertUnwindSafe(|| run(seed))).is_err() {
            found += 1;
            let (target, bytes) = damaged(seed);
            let path = format!("target/fuzz/{target}-{seed}");
            let written = fs::create_dir_all("target/fuzz").and_then(|()| fs::write(&path, bytes));
            println!("seed {seed}: {path} {written:?}");
        }
        seed += 1;
    }
    println!("{} files, {found} findings", seed - first);
    ExitCode::from(u8::from(found > 0))
}
