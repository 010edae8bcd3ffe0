//! What is printed of it.

use super::{Chromium, Native, Node, OneThread, TwoThreads, Wasm, places::Places, round::Rounds};
use crate::table::{at_least, at_most};

const MB: f64 = 1e6;

pub(crate) fn head() {
    println!(
        "  {:<37} {:>7} {:>7} {:>7} {:>9} {:>9} {:>8} {:>8} {:>8}",
        "", "s", "least s", "MB/s", "peak MB", "wasm MB", "x file", "vs 1 thr", "vs 2 thr"
    );
}

/// A row for everyone who opened the file: "vs 1 thr" is how many times as long `DevTools`' one thread took there.
pub(crate) fn rows(places: &Places, rounds: &Rounds) {
    let megabytes = rounds.file.megabytes();
    println!(
        "  {}, {megabytes:.0} MB, {:.0} nodes",
        rounds.file.name,
        rounds.nodes()
    );
    for contender in rounds.contenders() {
        let (contender, place) = (*contender, contender.place().unwrap_or(Node));
        let seconds = rounds.seconds(contender);
        let memory = rounds.usual(contender, |run| run.memory) / MB;
        println!(
            "    {:<35} {} {} {} {} {} {} {} {}",
            contender.title(),
            cell(seconds, 7, 3),
            cell(rounds.least(contender), 7, 3),
            cell(megabytes / seconds, 7, 0),
            cell(rounds.usual(contender, |run| run.peak) / MB, 9, 0),
            cell(memory, 9, 0),
            cell(places.own_peak(rounds, contender) / rounds.file.bytes, 8, 2),
            cell(rounds.ratio(OneThread(place), contender), 8, 2),
            cell(rounds.ratio(TwoThreads(place), contender), 8, 2),
        );
    }
}

/// Blank where there is no such figure.
fn cell(value: f64, width: usize, digits: usize) -> String {
    if value.is_finite() && value > 0.0 {
        format!("{value:>width$.digits$}")
    } else {
        " ".repeat(width)
    }
}

pub(crate) fn ratios(rounds: &Rounds) {
    let name = &rounds.file.name;
    for (place, least) in [(Chromium, 3.0), (Node, 3.0)] {
        let what = format!("{name}, {place:?}: two threads / wasm (aim 5)");
        at_least(
            &what,
            rounds.ratio(TwoThreads(place), Wasm(place)),
            "x",
            least,
        );
    }
    let what = format!("{name}, Node: one thread / native (aim 12)");
    at_least(&what, rounds.ratio(OneThread(Node), Native), "x", 8.0);
}

/// What opening takes beyond what the place holds by itself.
pub(crate) fn memory(places: &Places, rounds: &Rounds) {
    for contender in [Native, Wasm(Node), Wasm(Chromium)] {
        let what = format!("{}: peak of {} / file", rounds.file.name, contender.title());
        at_most(
            &what,
            places.own_peak(rounds, contender) / rounds.file.bytes,
            "x",
            2.0,
        );
    }
}

/// A file twice as large takes twice as long.
pub(crate) fn linearity(files: &[Rounds]) {
    let deep: Vec<_> = files
        .iter()
        .filter(|rounds| rounds.file.name.starts_with("deep"))
        .collect();
    for contender in [Native, Wasm(Node), Wasm(Chromium)] {
        print!("  ms a MB, {:<20}", contender.title());
        for rounds in &deep {
            let cost = rounds.seconds(contender) * 1e3 / rounds.file.megabytes();
            print!(" {:>9}: {cost:>6.2}", rounds.file.name);
        }
        println!();
    }
}
