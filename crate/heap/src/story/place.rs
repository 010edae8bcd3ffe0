//! Where functions stand.

use super::word;
use crate::{Graph, NodeIx, wtf8};

/// `app.js:12:5`: the end of the script's address, line and column from 1.
pub(super) fn place(graph: &Graph, function: NodeIx) -> Option<String> {
    let location = graph.location(function)?;
    let shared = word::follow(graph, function, &[b"shared"])?;
    let file = file(graph, shared)?;
    let [line, column] = [location.line, location.column].map(|from_0| u64::from(from_0) + 1);
    Some(format!("{file}:{line}:{column}"))
}

/// The name of the script that a function (as V8 shares it between closures) stands in.
pub(super) fn file(graph: &Graph, shared: NodeIx) -> Option<String> {
    file_of(&address(graph, shared)?)
}

/// The last part of an address.
pub(super) fn file_of(address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or(address);
    let mut parts = address.rsplit('/').filter(|part| !part.is_empty());
    let file = parts.next()?;
    // There are many of that name.
    let folder = file.starts_with("index.").then(|| parts.next()).flatten();
    Some(match folder {
        Some(folder) => format!("{folder}/{file}"),
        None => file.to_owned(),
    })
}

/// The whole address of the script.
pub(super) fn address(graph: &Graph, shared: NodeIx) -> Option<String> {
    let script = word::follow(graph, shared, &[b"script", b"script_or_debug_info"])?;
    let name = wtf8::lossy(graph.raw_name(script));
    let address = name.strip_prefix("system / Script / ").unwrap_or(&name);
    (!address.is_empty() && !address.starts_with("system / ")).then(|| address.to_owned())
}
