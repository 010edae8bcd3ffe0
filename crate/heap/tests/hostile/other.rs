//! Files that are something else.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};

use super::{SMALL, analyse, read, refusal};

const PROFILE: &str =
    r#"{"head":{"callFrame":{"functionName":"(root)"},"selfSize":1,"children":[]}}"#;

#[test]
fn other_files_are_told_apart() {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(SMALL.as_bytes()).unwrap();
    let utf16: Vec<u8> = SMALL.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = [&[0xFF, 0xFE][..], &utf16].concat();
    let twice = format!("{SMALL}{SMALL}");
    for (bytes, code) in [
        (&b""[..], "file.empty"),
        (b"  \n ", "file.truncated"),
        (&gzip.finish().unwrap(), "file.compressed"),
        (b"\x28\xb5\x2f\xfdrest", "file.compressed"),
        (b"PK\x03\x04rest", "file.compressed"),
        (&utf16, "file.utf-16"),
        (b"\x7fELF\x02\x01", "file.crash-dump"),
        (b"\0\0\0\0", "file.not-json"),
        (b"<!doctype html>", "file.html"),
        (b"not json", "file.not-json"),
        (b"nulll", "file.truncated"),
        (b"[1,2]", "file.other-json"),
        (b"\"text\"", "file.other-json"),
        (b"{}", "file.other-json"),
        (br#"{"traceEvents":[{"name":"x"}]}"#, "file.trace"),
        (PROFILE.as_bytes(), "file.other-kind"),
        (twice.as_bytes(), "file.trailing"),
    ] {
        assert_eq!(refusal(bytes).0, code, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_profile_reader_tells_a_snapshot() {
    for bytes in [
        SMALL.as_bytes(),
        &[b"\xEF\xBB\xBF", SMALL.as_bytes()].concat(),
    ] {
        let mut reader = heap::profile::Reader::new();
        let fed = bytes.chunks(3).try_for_each(|chunk| reader.feed(chunk));
        let read = fed.and_then(|()| reader.finish());
        assert_eq!(read.unwrap_err().code.name(), "file.other-kind");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    for chunk in [1, 2, 3, 4, 1000] {
        let marked = [b"\xEF\xBB\xBF", SMALL.as_bytes()].concat();
        assert_eq!(analyse(read(&marked, chunk).unwrap()).total_size(), 48);
        let marked = [b"\xEF\xBB\xBF", PROFILE.as_bytes()].concat();
        let mut reader = heap::profile::Reader::new();
        marked
            .chunks(chunk)
            .for_each(|chunk| reader.feed(chunk).unwrap());
        assert_eq!(reader.finish().unwrap().nodes.len(), 1);
    }
    assert_eq!(refusal(b"\xEF\xBBx").0, "file.not-json");
    assert_eq!(refusal(b"{\xEF\xBB\xBF}").0, "file.not-json");
}
