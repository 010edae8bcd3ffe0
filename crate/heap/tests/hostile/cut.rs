//! Files without their end.

use heap::{Code, Reader};

use super::{SMALL, analyse, read};
use crate::draw::{Style, draw, picture};

fn partial(bytes: &[u8]) -> Result<heap::Graph, heap::Error> {
    let mut reader = Reader::new(None);
    reader.feed(bytes)?;
    reader.finish_partial()
}

#[test]
fn a_file_cut_at_any_byte_is_truncated_and_opens_if_objects_and_edges_are_there() {
    let bytes = SMALL.trim_end().as_bytes();
    let edges_end = SMALL.find("\n],\n\"trace_function_infos").unwrap() + 2;
    let strings = SMALL.find("\"strings\"").unwrap();
    for cut in 0..bytes.len() {
        let part = &bytes[..cut];
        let error = read(part, 5).unwrap_err();
        let code = if cut == 0 {
            Code::Empty
        } else {
            Code::Truncated
        };
        assert_eq!((error.code, error.at), (code, Some(cut as u64)));
        let opened = partial(part);
        assert_eq!(opened.is_ok(), cut >= edges_end, "cut at {cut}");
        let Ok(graph) = opened else { continue };
        let missing = graph.missing().unwrap();
        assert_eq!(missing.strings_needed, 7);
        assert_eq!(missing.strings == 0, cut < strings + 13, "cut at {cut}");
        let snapshot = analyse(graph);
        assert_eq!(snapshot.graph().node_count(), 4);
        assert_eq!(snapshot.total_size(), 48);
    }
    assert_eq!(partial(bytes).unwrap().missing().unwrap().strings, 7);
}

#[test]
fn a_file_with_everything_cut_anywhere_never_panics() {
    const HEAP: &str = r#"
        @1 synthetic "" 0: element 1 -> @3, shortcut w -> @5
        @3 synthetic "(Document DOM trees)" 0: element 1 -> @7
        @5 object "Win\ud800dow" 8 at 7:1:2 trace 2: a -> @7, "b c" -> @5
        @7 native "<div id=1>" 9 detached: weak x -> @5
        sample 1000 9
        function f app.js 7:1:2
        trace 1 root f 0 0
        trace 2 1 f 3 4
    "#;
    for style in [Style::V8, Style::odd(0), Style::odd(1), Style::odd(2)] {
        let bytes = picture(HEAP).to_json(&style);
        assert!(read(&bytes, 3).is_ok());
        for cut in 1..bytes.trim_ascii_end().len() {
            assert_eq!(read(&bytes[..cut], 64).unwrap_err().code, Code::Truncated);
            if let Ok(graph) = partial(&bytes[..cut]) {
                analyse(graph);
            }
        }
    }
}

#[test]
fn names_that_are_there_are_used() {
    let text = String::from_utf8(draw(
        "@1 synthetic \"\" 0: a -> @3\n@3 object Foo 8: bar -> @1",
    ))
    .unwrap();
    let cut = text.find("Foo\"").unwrap() + 4;
    let snapshot = analyse(partial(&text.as_bytes()[..cut]).unwrap());
    let foo = snapshot.graph().find(heap::ObjectId(3)).unwrap();
    assert_eq!(snapshot.class_name(foo), b"Foo");
}

#[test]
fn names_that_cannot_have_been_there_are_refused() {
    let (whole, _) = SMALL.split_once(",\n\"trace_function_infos").unwrap();
    for (name, opens) in [("8", true), ("9", false), ("4294967295", false)] {
        let cut = whole.replacen("3,3,7,16", &format!("3,{name},7,16"), 1);
        let opened = partial(cut.as_bytes());
        assert_eq!(opened.is_ok(), opens, "{name}");
        assert!(opened.err().is_none_or(|error| error.code == Code::Index));
    }
}
