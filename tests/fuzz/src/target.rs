//! What is done with bytes that came from anywhere. None of these may panic but to report a finding.

use heap::{Analysis, AnyFile, Error, Graph, Reader, Snapshot, profile, redact};
use packed::{PackedReader, Unpacker};

use crate::{answers, chance::Chance, mutate};

/// Reads a snapshot and asks for everything.
///
/// # Panics
/// The engine has a fault: that is the finding.
pub fn snapshot(bytes: &[u8]) {
    match read(bytes, usize::MAX) {
        Ok(graph) => questions(&Analysis::new(graph).finish(), bytes),
        Err(error) => explain(&error, bytes),
    }
    let mut reader = Reader::new(None);
    if reader.feed(bytes).is_ok()
        && let Ok(graph) = reader.finish_partial()
    {
        let snapshot = Analysis::new(graph).finish();
        answers::one(&snapshot, &mut Chance::new(ask(&snapshot)));
    }
}

/// By itself, and with two others that came of it.
fn questions(snapshot: &Snapshot, bytes: &[u8]) {
    let mut chance = Chance::new(ask(snapshot));
    answers::one(snapshot, &mut chance);
    let mut later = Vec::new();
    for _ in 0..4 {
        let mut bytes = bytes.to_vec();
        mutate::damage(&mut bytes, &mut chance);
        later.extend(read(&bytes, usize::MAX).map(|graph| Analysis::new(graph).finish()));
    }
    let all: Vec<&Snapshot> = [snapshot].into_iter().chain(&later).take(3).collect();
    answers::several(&all, &mut chance);
}

/// The same bytes in pieces give the same answers.
///
/// # Panics
/// The engine has a fault: that is the finding.
pub fn chunked(bytes: &[u8]) {
    let answer = |chunk| {
        let graph = read(bytes, chunk).map_err(|error| error.code)?;
        Ok::<u64, heap::Code>(ask(&Analysis::new(graph).finish()))
    };
    let whole = answer(usize::MAX);
    for chunk in [1, 3, 64] {
        assert_eq!(answer(chunk), whole, "in chunks of {chunk}");
    }
}

/// Reads a sampling profile and asks for everything.
///
/// # Panics
/// The engine has a fault: that is the finding.
pub fn profile(bytes: &[u8]) {
    let read = |chunk: usize| {
        let mut reader = profile::Reader::new();
        bytes
            .chunks(chunk)
            .try_for_each(|chunk| reader.feed(chunk))?;
        reader.finish()
    };
    let (whole, pieces) = (read(usize::MAX), read(3));
    assert_eq!(whole.is_ok(), pieces.is_ok());
    match whole {
        Ok(profile) => {
            profile.functions(profile::Sort::ascending(profile::By::Name), 0..9);
            profile.heaviest_stack();
            let _ = profile.write_collapsed(std::io::sink());
            let _ = profile.write_speedscope("", std::io::sink());
        }
        Err(error) => explain(&error, bytes),
    }
}

/// A snapshot that is redacted has the same figures.
///
/// # Panics
/// The engine has a fault: that is the finding.
pub fn redact(bytes: &[u8]) {
    // V8 writes ASCII. Of bytes that are no UTF-8 the length in a browser is another.
    if std::str::from_utf8(bytes).is_err() {
        return;
    }
    for names in [
        redact::Names::Telling,
        redact::Names::Kept,
        redact::Names::Allowed,
    ] {
        let keep = redact::AllowList::empty();
        let mut plan = redact::Plan::new(redact::Options { names, keep });
        if plan.feed(bytes).is_err() {
            return;
        }
        let Ok(mut redactor) = plan.finish() else {
            return;
        };
        let mut out = Vec::new();
        let written = bytes
            .chunks(50)
            .try_for_each(|chunk| redactor.feed(chunk, &mut out));
        let done = written.and_then(|()| redactor.finish());
        assert!(done.is_ok(), "{done:?}");
        let figures = |bytes: &[u8]| {
            let graph = read(bytes, usize::MAX).map_err(|error| error.code)?;
            Ok::<u64, heap::Code>(ask(&Analysis::new(graph).finish()))
        };
        assert_eq!(figures(&out), figures(bytes));
    }
}

/// Reads whatever it is, packed or not, and takes what is there of it.
///
/// # Panics
/// The engine has a fault: that is the finding.
pub fn any(bytes: &[u8]) {
    let read = |chunk: usize, partial: bool| {
        let mut reader = PackedReader::new("", None);
        bytes
            .chunks(chunk)
            .try_for_each(|chunk| reader.feed(chunk))?;
        let told = reader.lacks_only_its_end();
        let whole = reader.finish(partial);
        assert!(partial || told.is_none() || whole.is_err());
        whole
    };
    // How much comes out before the damage depends on how much goes in at once.
    let mut unpacker = Unpacker::default();
    let fed: Result<(), ()> = unpacker.feed(bytes, |_| Ok(()));
    let is_damaged = fed.is_err() || unpacker.finish(|_| Ok::<(), ()>(())) != Ok(None);
    for partial in [false, true] {
        let figures = |chunk| match read(chunk, partial) {
            Ok(AnyFile::Graph(graph)) => Ok(ask(&Analysis::new(graph).finish())),
            Ok(AnyFile::Profile(profile)) => Ok(profile.nodes.len() as u64),
            Err(error) => {
                assert!(!error.to_string().is_empty() && !error.advice().is_empty());
                Err(error.code)
            }
        };
        let whole = figures(usize::MAX);
        for chunk in [1, 50] {
            assert!(
                is_damaged || figures(chunk) == whole,
                "in chunks of {chunk}"
            );
        }
    }
}

/// A target by its name.
pub fn by_name(name: &str) -> fn(&[u8]) {
    match name {
        "chunked" => chunked,
        "any" => any,
        "profile" => profile,
        "redact" => redact,
        _ => snapshot,
    }
}

fn read(bytes: &[u8], chunk: usize) -> Result<Graph, Error> {
    let mut reader = Reader::new(Some(bytes.len() as u64));
    bytes
        .chunks(chunk)
        .try_for_each(|chunk| reader.feed(chunk))?;
    reader.finish()
}

fn explain(error: &Error, bytes: &[u8]) {
    assert!(!error.to_string().is_empty() && !error.advice().is_empty());
    assert!(
        error.at.is_none_or(|at| at <= bytes.len() as u64),
        "{error}"
    );
}

/// Figures and answers, folded into one number. Texts are not in it.
fn ask(snapshot: &Snapshot) -> u64 {
    let graph = snapshot.graph();
    let mut sum = snapshot.total_size();
    let mut add =
        |number: u64| sum = sum.rotate_left(5).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ number;
    for node in graph.nodes() {
        add(snapshot.retained_size(node));
        add(snapshot.shallow_size(node));
        add(u64::from(snapshot.dominator(node).0));
        add(snapshot.distance(node) as u64);
        add(u64::from(snapshot.class(node)));
        add(heap::wtf8::utf16(snapshot.class_name(node)).count() as u64);
        add(graph.detachedness(node) as u64);
        add(graph
            .location(node)
            .map_or(0, |location| u64::from(location.line)));
        let _ = (
            graph.kind_name(node),
            graph.find(graph.id(node)),
            graph.trace_id(node),
        );
        for edge in graph.edges(node) {
            assert_eq!(graph.source(edge), node);
            let _ = (graph.edge_name(edge), graph.edge_kind(edge));
            add(u64::from(graph.target(edge).0));
        }
    }
    for row in snapshot.rows() {
        add(u64::from(row.count));
        add(row.shallow);
        add(row.retained);
        add(row.distance as u64);
    }
    snapshot.index_retainers();
    sum
}
