//! `findings` and `detached`: what grows, and shapes that leaks have.

mod print;

use std::path::PathBuf;

use clap::{Args, builder::PossibleValuesParser};
use heap::{Certainty, Finding, GrowthOptions, Pattern, Snapshot, all_findings, growth_by};

use crate::{
    Failure,
    argument::{Reading, Rows},
    kinship, load,
    output::{self, counted},
    threads::Threads,
};
use print::Answer;

#[derive(Args, Debug)]
#[command(
    after_help = "Several files of one process, in order: what grew between them, what holds it first, then what came with it. The
same number of actions before each file but the first tells a leak from what warms up.
One file: what is shaped like a leak, and what is merely large.

When a line is worth it. Several files: it grew at every step, by the same number of 3 and more and by 1 kB in all
(keys of a cache alone by 500 bytes), or by 100 kB. One file: 10 timers or observers and 11 listeners of one function,
20 pending promises, errors or WebAssembly structs, 20 stores of async contexts with 30 kB, 10 detached nodes held from
one place, 3 scopes of one call with 10 kB, 100 kB of anything of these; collections and caches from 1,000 entries and
100 kB, from 30 entries that own 1 kB each or 150 kB together; trees of 10,000 objects and 10 MB; buffers of 10 MB, linear
memory of 64 MB.

`--fail` ends with exit code 3: for several files if anything grew, for one only at shapes that are a leak by
themselves (detached-window, finalization-held, scope-chain)."
)]
pub(crate) struct Asked {
    /// One file, or several in the order in which they were taken
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Exit code 3 if anything grew, or is a leak by its shape alone
    #[arg(long)]
    fail: bool,
    /// So many actions were done before each file but the first
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..))]
    actions: Option<u64>,
    /// Of several files also what is notable in the last and did not grow
    #[arg(long)]
    all: bool,
    /// Look for these patterns only
    #[arg(long, value_name = "PATTERN", value_delimiter = ',', value_parser = ids(), conflicts_with = "except")]
    only: Vec<String>,
    /// Leave these patterns out
    #[arg(long, value_name = "PATTERN", value_delimiter = ',', value_parser = ids())]
    except: Vec<String>,
    #[command(flatten)]
    list: List,
}

#[derive(Args, Debug)]
#[command(after_help = "DOM trees with the reference from JavaScript that holds them.")]
pub(crate) struct DetachedAsked {
    /// A heap file
    file: PathBuf,
    #[command(flatten)]
    list: List,
}

#[derive(Args, Clone, Copy, Debug)]
struct List {
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    reading: Reading,
}

fn ids() -> PossibleValuesParser {
    PossibleValuesParser::new(Pattern::ALL.iter().map(|pattern| pattern.id()))
}

impl Asked {
    fn patterns(&self) -> Vec<Pattern> {
        let named = |ids: &[String], pattern: Pattern| ids.iter().any(|id| id == pattern.id());
        let wanted = |pattern: &Pattern| {
            (self.only.is_empty() || named(&self.only, *pattern)) && !named(&self.except, *pattern)
        };
        Pattern::ALL.iter().copied().filter(wanted).collect()
    }
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let snapshots = load::snapshots(&asked.files, asked.list.reading)?;
    kinship::note(&asked.files, &snapshots);
    let last = &snapshots[snapshots.len() - 1];
    let patterns = asked.patterns();
    let mut answer = Answer::new(last, asked.list.rows);
    if snapshots.len() == 1 || asked.all {
        let mut stock = all_findings(last);
        stock.retain(|finding| finding.is_notable && patterns.contains(&finding.pattern));
        answer.found = stock;
    }
    if snapshots.len() > 1 {
        let options = GrowthOptions {
            actions: asked.actions,
            patterns,
        };
        let mut growth = growth_by(&Threads, &snapshots.iter().collect::<Vec<_>>(), &options);
        growth.findings.append(&mut answer.found);
        answer.found = growth.findings;
        answer.gained = Some(growth.gained);
        answer.unchanged = if asked.all { 0 } else { growth.unchanged };
    }
    let bad = answer.found.iter().filter(|finding| is_bad(finding));
    let bad = bad.map(|finding| finding.evidence.len() as u64).sum();
    answer.print(asked.list.reading.json())?;
    if asked.fail && bad > 0 {
        return Err(Failure::Growth(format!(
            "--fail: {}",
            counted(bad, "finding")
        )));
    }
    Ok(())
}

/// What grew, and what needs no second file.
fn is_bad(finding: &Finding) -> bool {
    finding.certainty <= Certainty::Grows || finding.pattern.is_leak_alone()
}

/// Only what is about DOM nodes outside of every document.
pub(crate) fn detached(asked: &DetachedAsked) -> Result<(), Failure> {
    let file = &asked.file;
    let snapshot: Snapshot = load::snapshot(file, asked.list.reading)?;
    let detached = |finding: &Finding| {
        matches!(
            finding.pattern,
            Pattern::DetachedTree | Pattern::DetachedWindow
        )
    };
    let mut answer = Answer::new(&snapshot, asked.list.rows);
    answer.found = all_findings(&snapshot)
        .into_iter()
        .filter(detached)
        .collect();
    if asked.list.reading.json() || !answer.found.is_empty() {
        return answer.print(asked.list.reading.json());
    }
    output::print("No DOM node outside of a document.\n")
}
