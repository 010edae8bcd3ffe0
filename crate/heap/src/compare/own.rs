//! Which constructors are of the program itself: growth of others is for whoever looks closer.

use std::borrow::Borrow;

use super::{Comparison, ComparisonRow};
use crate::{Snapshot, figure::class::Scripts};

impl<S: Borrow<Snapshot>> Comparison<S> {
    /// Rows, by place, whose constructor is of the program's scripts: it has a place, not in Node's own modules, or it is a
    /// plain object known by its properties. Files without places have names only: there all that V8 and the language do not have.
    pub fn own(&self) -> Vec<usize> {
        let graph = self.after().graph();
        let scripts = Scripts::new(graph);
        let is_own = |row: &ComparisonRow| {
            let is_placed = !row.key.starts_with(b",");
            let is_nodes = || {
                let address = scripts.address(&row.key);
                address.is_some_and(|address| address.starts_with("node:"))
            };
            if row.name.starts_with(b"{") || graph.locations.is_empty() {
                !is_known(&row.name)
            } else {
                is_placed && !is_nodes()
            }
        };
        let rows = self.rows().iter().enumerate();
        rows.filter(|(_, row)| is_own(row))
            .map(|(at, _)| at)
            .collect()
    }
}

/// Whether V8, Blink or the language has it.
fn is_known(name: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 7] = [
        b"(",
        b"system / ",
        b"blink::",
        b"cppgc::",
        b"InternalNode",
        b"<",
        b"Detached ",
    ];
    const LANGUAGE: [&[u8]; 22] = [
        b"Array",
        b"ArrayBuffer",
        b"AsyncFunction",
        b"AsyncGenerator",
        b"BigInt",
        b"Boolean",
        b"DataView",
        b"Date",
        b"Error",
        b"Function",
        b"Generator",
        b"Intl",
        b"Map",
        b"Number",
        b"Object",
        b"Promise",
        b"Proxy",
        b"RegExp",
        b"Set",
        b"String",
        b"Symbol",
        b"WeakRef",
    ];
    let ends: [&[u8]; 3] = [b"Array", b"Error", b"Iterator"];
    BEGINNINGS.iter().any(|start| name.starts_with(start))
        || LANGUAGE.contains(&name)
        || ends.iter().any(|end| name.ends_with(end))
}
