//! A gigabyte of nothing takes no memory. Alone in its program, for it looks at the memory of the whole.
#![cfg(target_os = "linux")]
#![forbid(unsafe_code)]
#![allow(missing_docs)]

use heap::{Code, Error, Reader, profile, redact};

const SMALL: &str = include_str!("small.heapsnapshot");
const CHUNK: usize = 1 << 20;
/// What all that is fed together may take.
const BOUND: u64 = 32 << 20;
/// A text between the tables is held up to a limit of 16 MB, and is there twice while it grows.
const BOUND_OF_A_TEXT: u64 = BOUND + (32 << 20);

/// What stands before, of what there is much, and what stands behind.
const NOTHING: [(&str, u8, &str); 4] = [
    ("", b' ', ""),
    (",\"odd\":\"", b'x', "\""),
    (",\"odd\":[0", b' ', "]"),
    (",\"odd\":{\"a\":\"", b'\n', "\"}"),
];

/// The most memory since the mark was set. Where Linux does not tell, the test cannot pass.
struct Peak {
    before: u64,
}

impl Peak {
    fn mark() -> Self {
        // Sets the mark of the most memory back to what there is now.
        std::fs::write("/proc/self/clear_refs", "5").expect("a mark that can be set back");
        Self { before: most() }
    }

    fn grown(&self) -> u64 {
        most() - self.before
    }
}

fn most() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux tells of memory");
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.expect("a number of kilobytes") * 1024
}

/// Feeds the small file with so many megabytes of `filling` between two of its parts.
fn feed(
    megabytes: usize,
    (before, filling, after): (&str, u8, &str),
    mut feed: impl FnMut(&[u8]) -> Result<(), Error>,
) -> Result<(), Error> {
    let (head, tail) = SMALL.split_once(",\n\"nodes\"").unwrap();
    feed(format!("{head}{before}").as_bytes())?;
    let chunk = vec![filling; CHUNK];
    for _ in 0..megabytes {
        feed(&chunk)?;
    }
    feed(format!("{after},\n\"nodes\"{tail}").as_bytes())
}

#[test]
fn a_gigabyte_of_nothing_takes_no_memory() {
    let peak = Peak::mark();
    for nothing in NOTHING {
        let mut reader = Reader::new(None);
        feed(256, nothing, |bytes| reader.feed(bytes)).unwrap();
        assert_eq!(reader.progress().bytes >> 20, 256);
        assert_eq!(reader.finish().unwrap().node_count(), 4);
    }
    let mut profile = profile::Reader::new();
    profile.feed(b"{\"odd\":\"").unwrap();
    let chunk = vec![b'x'; CHUNK];
    for _ in 0..128 {
        profile.feed(&chunk).unwrap();
    }
    let mut plan = redact::Plan::new(redact::Options::default());
    plan.feed(SMALL.as_bytes()).unwrap();
    let mut redactor = plan.finish().unwrap();
    let mut out = Vec::new();
    feed(128, NOTHING[1], |bytes| {
        out.clear();
        redactor.feed(bytes, &mut out)
    })
    .unwrap();
    let grown = peak.grown();
    assert!(grown < BOUND, "{grown} bytes");

    // Numbers are no longer than numbers are, and texts between the tables have a limit.
    let peak = Peak::mark();
    for (start, filling, code) in [
        (",\"", b'x', Code::TooLarge),
        (",\"odd\":", b'1', Code::NotJson),
        (",\"samples\":[", b'1', Code::NumberTooLarge),
        (",\"strings\":[1", b' ', Code::NotJson),
    ] {
        let mut reader = Reader::new(None);
        let error = feed(64, (start, filling, ""), |bytes| reader.feed(bytes)).unwrap_err();
        assert_eq!(error.code, code, "{start}");
    }
    let grown = peak.grown();
    assert!(grown < BOUND_OF_A_TEXT, "{grown} bytes");
}
