use crate::{AnyReader, Code};

/// What the reader says, in chunks of every size the same.
fn told(bytes: &[u8]) -> (Code, String) {
    let read = |chunk: usize| {
        let mut reader = AnyReader::new("", None);
        let fed = bytes.chunks(chunk).try_for_each(|part| reader.feed(part));
        let error = fed.and_then(|()| reader.finish(false)).unwrap_err();
        (error.code, error.what)
    };
    let whole = read(bytes.len().max(1));
    for chunk in [1, 7, 4096] {
        assert_eq!(read(chunk), whole);
    }
    whole
}

#[test]
fn every_other_file_is_told_what_it_is() {
    let utf16: Vec<u8> = "{\"a\"".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = "{\"a\"".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let nodes = [&[0; 34][..], &[0, 1], &[0; 7], &[1], &[0; 24]].concat();
    let edge = [&[0, 1][..], &[0; 15], &[1], &[0; 7]].concat();
    let strings = [&[0; 8][..], &[8, 0, 0, 0, 0, 0, 0, 0], b"GC roots"].concat();
    let long = format!(
        "{{\"traceEvents\":[{}1]}}",
        "{\"ph\":\"X\",\"ts\":1},".repeat(9000)
    );
    let cases: &[(&[u8], Code)] = &[
        (br#"{"version":3,"type":"Inspector","nodes":[0,0,0,0],"nodeClassNames":["<root>"],"edges":[]}"#, Code::WebkitHeap),
        (br#"{"nodes":[0,0,0,0],"edges":[],"nodeClassNames":["<root>"]}"#, Code::WebkitHeap),
        (br#"{"nodes":[{"id":1,"callFrame":{"functionName":"f"},"hitCount":0}],"startTime":1}"#, Code::CpuProfile),
        (br#"{"startTime":1,"samples":[2],"timeDeltas":[1],"nodes":[{"id":1,"callFrame":{}}]}"#, Code::CpuProfile),
        (br#"{"head":{"functionName":"f","hitCount":0,"children":[]},"samples":[1]}"#, Code::CpuProfile),
        (br#"{"snapshot":{"meta":{"node_fields":["type","name","id","self_size","edge_count"],"node_types":[["a"]],"edge_fields":["type","name_or_index","to_node"],"edge_types":[["a"]]},"node_count":9}}"#, Code::JuliaPart),
        (&nodes, Code::JuliaPart),
        (&edge.repeat(2), Code::JuliaPart),
        (&strings, Code::JuliaPart),
        (b"0,0,0,0,0,0,0\n0,1,140266963149888,8,0,0,0\n", Code::JuliaPart),
        (b"0,2,0,1\n1,3,0,2\n", Code::JuliaPart),
        (long.as_bytes(), Code::Trace),
        (br#"[{"name":"a","ph":"X","ts":1}]"#, Code::Trace),
        (br#"{"meta":{"interval":1,"startTime":2,"processType":0},"libs":[],"threads":[]}"#, Code::FirefoxProfile),
        (&[9, 8, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 1, 5], Code::FirefoxSnapshot),
        (br#"{"log":{"version":"1.2","creator":{"name":"WebInspector"}}}"#, Code::Har),
        (br#"{"header":{"reportVersion":3,"event":"Signal"}}"#, Code::NodeReport),
        (br#"{"version":"0.0.1","$schema":"https://a","shared":{"frames":[]},"profiles":[]}"#, Code::Speedscope),
        (b"MDMP\x93\xa7", Code::CrashDump),
        (b"\x7fELF\x02\x01", Code::CrashDump),
        (b"JAVA PROFILE 1.0.2\0", Code::JavaHeap),
        (b"\x14\0\0\0!FastSerialization.1", Code::DotnetHeap),
        (b"\x0a\x04\x08\x01\x10\x02\x0a", Code::Pprof),
        (b"PK\x03\x04\x14", Code::Compressed),
        (b"\x28\xb5\x2f\xfd\0", Code::Compressed),
        (b"\xfd7zXZ\0\0", Code::Compressed),
        (b"BZh91AY", Code::Compressed),
        (b"\x1f\x8b\x08\0", Code::Truncated),
        (b"\n<!DOCTYPE html><title>404", Code::Html),
        (b"\xef\xbb\xbf<html>", Code::Html),
        (&[&[0xFF, 0xFE][..], &utf16].concat(), Code::Utf16),
        (&utf16, Code::Utf16),
        (&big, Code::Utf16),
        (b"", Code::Empty),
        (b"not json", Code::NotJson),
        (b"\0\0\0\0", Code::NotJson),
        (b"{\"a\":1}", Code::OtherJson),
    ];
    for (bytes, code) in cases {
        let (told, what) = told(bytes);
        assert_eq!(told, *code, "{what}: {}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn what_nobody_knows_is_told_by_its_first_bytes() {
    let what = |bytes: &[u8]| told(bytes).1;
    assert!(what(b"Not Found").ends_with("begins with `Not Found`"));
    assert!(what("Größenänderung 9".as_bytes()).ends_with("begins with `Größenänderun`"));
    assert!(what(b"\x00\x01\xff").ends_with("begins with the bytes 00 01 ff"));
    let lists = br#"{"b":1,"c":[{"d":2}],"e":"f"}"#;
    assert!(what(lists).contains("`b`, `c`, `e`"), "{}", what(lists));
}
