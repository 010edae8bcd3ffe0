//! Names that tell constructors of one name apart, as minified programs have many.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::{Graph, NodeIx, NodeKind, text::script};

/// What rows of one name are called: with the place of their constructor.
#[derive(Clone, Debug, Default)]
pub struct ClassNames {
    /// By key ([`crate::ClassRow::key`]); rows whose name is theirs alone are not in it.
    apart: FxHashMap<Vec<u8>, Vec<u8>>,
}

impl ClassNames {
    /// For a list of rows, each with its key and name; scripts are those of the graph.
    pub fn new<'a>(
        graph: &Graph,
        rows: impl Iterator<Item = (&'a [u8], &'a [u8])> + Clone,
    ) -> Self {
        let mut times: FxHashMap<&[u8], u32> = FxHashMap::default();
        for (_, name) in rows.clone() {
            *times.entry(name).or_insert(0) += 1;
        }
        let mut several: Vec<(&[u8], &[u8])> = rows.filter(|(_, name)| times[name] > 1).collect();
        if several.is_empty() {
            return Self::default();
        }
        several.sort_unstable();
        several.dedup();
        let scripts = Scripts::new(graph);
        let mut apart = FxHashMap::default();
        // The file's name is enough unless two rows read the same.
        for how in [Script::File, Script::Address, Script::Number] {
            let mut read: FxHashMap<Vec<u8>, u32> = FxHashMap::default();
            let named: Vec<(&[u8], Vec<u8>)> = several
                .iter()
                .map(|&(key, name)| (key, [name, scripts.place(key, how).as_bytes()].concat()))
                .collect();
            for (_, text) in &named {
                *read.entry(text.clone()).or_insert(0) += 1;
            }
            for (key, text) in named {
                if read[&text] == 1 || how == Script::Number {
                    apart.entry(key.to_vec()).or_insert(text);
                }
            }
        }
        Self { apart }
    }

    /// The name of a row, with its constructor's place (`e (app.js:12:5)`) where others have the same name; WTF-8.
    pub fn shown<'a>(&'a self, key: &[u8], name: &'a [u8]) -> &'a [u8] {
        self.apart.get(key).map_or(name, Vec::as_slice)
    }

    /// Which of the rows are meant, by place: by its key or by its name with the place one, by a name all that have it.
    pub fn meant<'a>(
        &self,
        asked: &[u8],
        rows: impl Iterator<Item = (&'a [u8], &'a [u8])>,
    ) -> Vec<usize> {
        let mut named = Vec::new();
        for (at, (key, name)) in rows.enumerate() {
            if key == asked || (self.shown(key, name) == asked && name != asked) {
                return vec![at];
            }
            if name == asked {
                named.push(at);
            }
        }
        named
    }
}

/// How a script is called.
#[derive(Clone, Copy, PartialEq)]
enum Script {
    File,
    Address,
    Number,
}

/// Addresses of scripts by V8's number: a function tells that of its own.
pub(crate) struct Scripts<'a>(FxHashMap<u32, Cow<'a, str>>);

impl<'a> Scripts<'a> {
    pub(crate) fn new(graph: &'a Graph) -> Self {
        let mut addresses = FxHashMap::default();
        for &(node, place) in &graph.locations {
            let node = NodeIx(node);
            if graph.kind(node) == NodeKind::Closure
                && !addresses.contains_key(&place.script)
                && let Some(shared) = script::shared(graph, node)
                && let Some(address) = script::address(graph, shared)
            {
                addresses.insert(place.script, address);
            }
        }
        Self(addresses)
    }

    /// Where the script of a class with this key comes from.
    pub(crate) fn address(&self, key: &[u8]) -> Option<&str> {
        let (script, ..) = place_of(key)?;
        self.0.get(&script).map(|address| &**address)
    }

    /// The whole address with line and column, the same in every process; without an address the place alone.
    pub(crate) fn whole_place(&self, key: &[u8]) -> String {
        place_of(key).map_or(String::new(), |(_, line, column)| {
            let address = self.address(key).unwrap_or_default();
            format!("{address}:{line}:{column}")
        })
    }

    /// ` (app.js:12:5)`, from the key of a class.
    fn place(&self, key: &[u8], how: Script) -> String {
        let Some((number, line, column)) = place_of(key) else {
            return " (no place)".into();
        };
        let number = format!("script {number}");
        let address = self.address(key).unwrap_or(&number);
        let (line, column) = (u64::from(line) + 1, u64::from(column) + 1);
        match how {
            Script::File => {
                let file = script::file(address);
                let file = file.as_deref().unwrap_or(address);
                format!(" ({file}:{line}:{column})")
            }
            Script::Address => format!(" ({address}:{line}:{column})"),
            Script::Number => format!(" ({address}:{line}:{column}, {number})"),
        }
    }
}

/// The three numbers in front of the name.
fn place_of(key: &[u8]) -> Option<(u32, u32, u32)> {
    let mut parts = key.splitn(4, |&byte| byte == b',');
    let mut number = || std::str::from_utf8(parts.next()?).ok()?.parse().ok();
    Some((number()?, number()?, number()?))
}
