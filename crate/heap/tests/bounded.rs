//! Gigabytes of nothing take no memory. Alone in its program, for it looks at the memory of the whole.
#![forbid(unsafe_code)]
#![allow(missing_docs)]

use heap::{Code, Error, Reader, redact};

const SMALL: &str = include_str!("small.heapsnapshot");
const CHUNK: usize = 1 << 16;
/// Times `CHUNK`: 32 MB of each kind of nothing.
const CHUNKS: usize = 512;

/// The most memory the program ever had, in bytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// Feeds the small file with much of `filling` between two of its parts.
fn feed(
    before: &str,
    filling: u8,
    after: &str,
    mut feed: impl FnMut(&[u8]) -> Result<(), Error>,
) -> Result<(), Error> {
    let (head, tail) = SMALL.split_once(",\n\"nodes\"").unwrap();
    feed(format!("{head}{before}").as_bytes())?;
    let chunk = vec![filling; CHUNK];
    for _ in 0..CHUNKS {
        feed(&chunk)?;
    }
    feed(format!("{after},\n\"nodes\"{tail}").as_bytes())
}

#[test]
fn much_of_nothing_takes_no_memory() {
    let kinds = [
        ("", b' ', ""),
        (",\"odd\":\"", b'x', "\""),
        (",\"odd\":[0", b' ', "]"),
        (",\"odd\":{\"a\":\"", b'\n', "\"}"),
    ];
    let before = peak();
    for (start, filling, end) in kinds {
        let mut reader = Reader::new(None);
        feed(start, filling, end, |bytes| reader.feed(bytes)).unwrap();
        assert_eq!(reader.finish().unwrap().node_count(), 4);
    }
    // Texts between the tables are held up to a limit, and numbers are no longer than numbers are.
    for (start, filling, code) in [
        (",\"", b'x', Code::TooLarge),
        (",\"odd\":", b'1', Code::NotJson),
        (",\"samples\":[", b'1', Code::NumberTooLarge),
        (",\"strings\":[1", b' ', Code::NotJson),
    ] {
        let mut reader = Reader::new(None);
        let error = feed(start, filling, "", |bytes| reader.feed(bytes)).unwrap_err();
        assert_eq!(error.code, code, "{start}");
    }
    let mut profile = heap::profile::Reader::new();
    profile.feed(b"{\"odd\":\"").unwrap();
    for _ in 0..CHUNKS {
        profile.feed(&vec![b'x'; CHUNK]).unwrap();
    }
    let mut plan = redact::Plan::new(redact::Options::default());
    plan.feed(SMALL.as_bytes()).unwrap();
    let mut redactor = plan.finish().unwrap();
    let mut out = Vec::new();
    feed(",\"odd\":\"", b'x', "\"", |bytes| {
        out.clear();
        redactor.feed(bytes, &mut out)
    })
    .unwrap();
    // One text of 16 MB, doubled as it grew, and what a build for debugging takes.
    let grown = peak().zip(before).map(|(after, before)| after - before);
    assert!(grown.is_none_or(|bytes| bytes < 100 << 20), "{grown:?}");
}
