//! JSON that is something else.

use crate::{
    Code,
    ground::error::Wrong,
    read::json::{Token, Tokens},
    wtf8,
};

/// Members that are named in a message.
const MEMBERS: usize = 5;

/// The members' names near the beginning, each with the number of containers around it.
struct Names(Vec<(usize, Vec<u8>)>);

pub(super) fn known(text: &[u8]) -> Option<Wrong> {
    let names = Names::of(text);
    let first = names.0.first().map(|(_, name)| &name[..]);
    let top = |name: &str| names.has(1, name);
    let any = |name: &str| names.0.iter().any(|(_, other)| other == name.as_bytes());
    if top("snapshot") && any("node_fields") {
        return None;
    }
    let found = if top("nodeClassNames") || top("version") && top("type") && top("nodes") {
        (Code::WebkitHeap, "a heap snapshot in WebKit's format")
    } else if top("traceEvents") || text.starts_with(b"[") && any("ph") && any("ts") {
        (Code::Trace, "a trace of Chrome's Performance panel")
    } else if top("nodes") && any("callFrame")
        || top("timeDeltas")
        || top("head") && (any("hitCount") || any("callUID"))
    {
        (Code::CpuProfile, "a CPU profile")
    } else if top("log") && any("creator") {
        (Code::Har, "a log of network requests (HAR)")
    } else if top("header") && any("reportVersion") {
        (Code::NodeReport, "a diagnostic report of Node")
    } else if first == Some(b"meta") && (any("interval") || any("processType")) {
        (Code::FirefoxProfile, "a profile of Firefox")
    } else if top("$schema") && any("shared") || top("shared") && top("profiles") {
        (Code::Speedscope, "a profile for speedscope")
    } else if top("recording") && top("version") {
        (Code::WebkitHeap, "a timeline of Safari's Web Inspector")
    } else {
        return None;
    };
    Some(found)
}

/// The names of the first members, as the end of a sentence.
pub(super) fn members(text: &[u8]) -> String {
    let names = Names::of(text).0.into_iter();
    let top = names.filter(|(depth, _)| *depth == 1).take(MEMBERS);
    let top: Vec<String> = top
        .map(|(_, name)| format!("`{}`", wtf8::lossy(&name).replace(char::is_control, " ")))
        .collect();
    if top.is_empty() {
        return String::new();
    }
    format!(": its members are {}", top.join(", "))
}

impl Names {
    fn of(mut text: &[u8]) -> Self {
        let mut tokens = Tokens::new();
        let mut depth = 0_usize;
        let mut names = Vec::new();
        while let Ok(Some(token)) = tokens.next(&mut text) {
            match token {
                Token::ObjectStart | Token::ArrayStart => depth += 1,
                Token::ObjectEnd | Token::ArrayEnd => depth = depth.saturating_sub(1),
                Token::Key(name) => names.push((depth, name.to_vec())),
                _ => {}
            }
        }
        Self(names)
    }

    fn has(&self, depth: usize, name: &str) -> bool {
        let is = |(at, other): &(usize, Vec<u8>)| *at == depth && other == name.as_bytes();
        self.0.iter().any(is)
    }
}
