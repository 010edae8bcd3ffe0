//! Files that are no JSON.

use crate::{Code, ground::error::Wrong};

/// What they begin with.
const MARKS: &[(&[u8], Code, &str)] = &[
    (b"\x1F\x8B", Code::Compressed, "gzip"),
    (b"PK\x03\x04", Code::Compressed, "a zip archive"),
    (b"PK\x05\x06", Code::Compressed, "an empty zip archive"),
    (b"\x28\xB5\x2F\xFD", Code::Compressed, "zstd"),
    (b"\xFD7zXZ\0", Code::Compressed, "xz"),
    (b"BZh", Code::Compressed, "bzip2"),
    (b"7z\xBC\xAF\x27\x1C", Code::Compressed, "a 7z archive"),
    (b"\x04\x22\x4D\x18", Code::Compressed, "lz4"),
    (b"\x1F\x9D", Code::Compressed, "compress (.Z)"),
    (b"\x78\x01", Code::Compressed, "zlib"),
    (b"\x78\x9C", Code::Compressed, "zlib"),
    (b"\x78\xDA", Code::Compressed, "zlib"),
    (b"\xFF\xFE", Code::Utf16, "text in UTF-16"),
    (b"\xFE\xFF", Code::Utf16, "text in UTF-16"),
    (b"{\0", Code::Utf16, "text in UTF-16"),
    (b"\0{", Code::Utf16, "text in UTF-16"),
    (b"MDMP", Code::CrashDump, "a minidump"),
    (b"PAGEDU", Code::CrashDump, "a Windows kernel dump"),
    (
        b"\x7FELF",
        Code::CrashDump,
        "an ELF file: a core dump or a program",
    ),
    (
        b"\xFE\xED\xFA",
        Code::CrashDump,
        "a Mach-O file: a core dump or a program",
    ),
    (
        b"\xCF\xFA\xED\xFE",
        Code::CrashDump,
        "a Mach-O file: a core dump or a program",
    ),
    (
        b"JAVA PROFILE ",
        Code::JavaHeap,
        "a heap dump of a Java machine (hprof)",
    ),
    (b"!FastSerialization", Code::DotnetHeap, "a gcdump of .NET"),
    (
        b"\x14\0\0\0!FastSerialization",
        Code::DotnetHeap,
        "a gcdump of .NET",
    ),
    (b"Nettrace", Code::DotnetHeap, "a trace of .NET"),
];

pub(super) fn known(head: &[u8]) -> Option<Wrong> {
    let mark = MARKS.iter().find(|(mark, ..)| head.starts_with(mark));
    if let Some(&(_, code, what)) = mark {
        return Some((code, what));
    }
    if head.get(257..262) == Some(b"ustar") {
        return Some((Code::Compressed, "a tar archive"));
    }
    if is_pprof(head) {
        return Some((Code::Pprof, "a profile for pprof"));
    }
    if is_firefox(head) {
        return Some((Code::FirefoxSnapshot, "a heap snapshot of Firefox"));
    }
    if is_numbers(head) || is_records(head) || is_strings(head) {
        let what = "it reads like a part of a snapshot that Julia streamed";
        return Some((Code::JuliaPart, what));
    }
    None
}

/// Messages of protocol buffers: `sample_type { type: … unit: … }` comes first.
fn is_pprof(head: &[u8]) -> bool {
    matches!(head, [0x0A, length, 0x08, _, 0x10, ..] if *length < 16)
}

/// One message after the other, each behind its length; the first has nothing but a time in microseconds.
fn is_firefox(head: &[u8]) -> bool {
    let [length @ 7..=11, 0x08, time @ ..] = head else {
        return false;
    };
    let more = time.iter().take_while(|byte| **byte >= 0x80).count();
    more + 2 == usize::from(*length)
}

/// Rows of numbers without anything around them.
fn is_numbers(head: &[u8]) -> bool {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let commas = line.split(|byte| *byte == b',').count() - 1;
    let plain = |byte: &u8| byte.is_ascii_digit() || *byte == b',' || *byte == b'\r';
    (commas == 3 || commas == 6) && line.len() < head.len() && line.iter().all(plain)
}

/// Nodes (a byte, four numbers, a byte) or edges (a byte, three numbers); of the first ones all numbers are small.
fn is_records(head: &[u8]) -> bool {
    let is = |numbers: usize, byte_behind: bool| {
        let length = 1 + 8 * numbers + usize::from(byte_behind);
        let records: Vec<&[u8]> = head.chunks_exact(length).take(2).collect();
        let small = |record: &&[u8]| {
            let mut numbers = record[1..].chunks_exact(8);
            record[0] < 32 && numbers.all(|number| number[3..] == [0; 5])
        };
        records.len() == 2
            && records.iter().all(small)
            && records
                .iter()
                .any(|record| record.iter().any(|&byte| byte != 0))
    };
    is(4, true) || is(3, false)
}

/// Texts, each behind its length; the first one is empty.
fn is_strings(head: &[u8]) -> bool {
    let Some(rest) = head.strip_prefix(&[0; 8]) else {
        return false;
    };
    let Some((length, text)) = rest.split_first_chunk::<8>() else {
        return false;
    };
    let length = u64::from_le_bytes(*length) as usize;
    let text = text.get(..length).unwrap_or_default();
    !text.is_empty() && std::str::from_utf8(text).is_ok()
}
