//! Where functions stand.

use crate::{Graph, NodeIx, text::script};

/// `app.js:12:5`: the end of the script's address, line and column from 1.
pub(super) fn place(graph: &Graph, function: NodeIx) -> Option<String> {
    let location = graph.location(function)?;
    let file = file(graph, script::shared(graph, function)?)?;
    let [line, column] = [location.line, location.column].map(|from_0| u64::from(from_0) + 1);
    Some(format!("{file}:{line}:{column}"))
}

/// The name of the script that a function (as V8 shares it between closures) stands in.
pub(super) fn file(graph: &Graph, shared: NodeIx) -> Option<String> {
    script::file(&script::address(graph, shared)?)
}
