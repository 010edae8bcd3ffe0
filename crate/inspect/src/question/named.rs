//! Which row of a list begins with what is typed.

use std::borrow::Cow;

use heap::{NodeIx, NodeKind, Page, Reference, Snapshot, wtf8};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    object::{Rows, value},
    references::{ReferencesRequest, dominated_page, fields_page, retainers_page},
    summary::{InstancesRequest, SearchRequest, instances_page, search_page},
};
use crate::{Problem, Session};

/// A list, and what a row of it is to begin with.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct NamedRequest {
    /// Which; only its order counts, not the rows that are asked for.
    pub list: ListRequest,
    /// In small letters.
    pub text: String,
    /// The first row that is looked at; behind the last comes the first again.
    pub from: u32,
}

/// A list of objects.
#[derive(Clone, Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ListRequest {
    /// Of a constructor.
    Instances(InstancesRequest),
    /// Found.
    Search(SearchRequest),
    /// Immediately dominated.
    Dominated(ReferencesRequest),
    /// What an object refers to.
    Fields(ReferencesRequest),
    /// What refers to it.
    Retainers(ReferencesRequest),
}

/// A row, if there is one.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
pub struct NamedAnswer {
    /// Its place in the list.
    #[tsify(optional)]
    pub row: Option<u32>,
}

#[wasm_bindgen]
impl Session {
    /// The next row of a list whose name begins so, upper and lower case alike.
    ///
    /// # Errors
    /// `session.*`, `ask.*`: as of the list.
    pub fn named(&self, file: u32, asked: Ts<NamedRequest>) -> Result<Ts<NamedAnswer>, JsValue> {
        self.carry(file, &asked, named)
    }
}

pub(super) fn named(
    session: &Session,
    file: u32,
    asked: NamedRequest,
) -> Result<NamedAnswer, Problem> {
    let NamedRequest { list, text, from } = asked;
    let snapshot = session.snapshot(file)?;
    let is_plain = text.is_ascii();
    // Other small letters may take fewer bytes.
    let enough = if is_plain { text.len() } else { 4 * text.len() };
    let begins = |name: &[u8]| {
        let head = &name[..name.len().min(enough)];
        if is_plain {
            head.eq_ignore_ascii_case(text.as_bytes())
        } else {
            wtf8::lossy(head).to_lowercase().starts_with(&text)
        }
    };
    let of_object = |page: Page<NodeIx>| {
        let fits = |node: &NodeIx| begins(&shown(snapshot, *node, enough));
        next(&page.rows, from, fits)
    };
    let of_reference = |page: Page<Reference>, between: &str| {
        let fits = |row: &Reference| {
            let label = snapshot.edge_label(row.edge);
            let ignored: &[u8] = if row.is_ignored { b"ignored " } else { b"" };
            let name = [
                ignored,
                &label,
                between.as_bytes(),
                &shown(snapshot, row.node, enough),
            ]
            .concat();
            begins(&name)
        };
        next(&page.rows, from, fits)
    };
    let row = match list {
        ListRequest::Instances(of) => {
            let rows = whole(of.rows);
            of_object(instances_page(
                session,
                file,
                InstancesRequest { rows, ..of },
            )?)
        }
        ListRequest::Search(of) => {
            let rows = whole(of.rows);
            of_object(search_page(session, file, SearchRequest { rows, ..of })?)
        }
        ListRequest::Dominated(of) => of_object(dominated_page(session, file, all(of))?),
        ListRequest::Fields(of) => of_reference(fields_page(session, file, all(of))?, " :: "),
        ListRequest::Retainers(of) => of_reference(retainers_page(session, file, all(of))?, " in "),
    };
    Ok(NamedAnswer { row })
}

fn whole(rows: Rows) -> Rows {
    Rows {
        from: 0,
        to: u32::MAX,
        ..rows
    }
}

fn all(of: ReferencesRequest) -> ReferencesRequest {
    let rows = whole(of.rows);
    ReferencesRequest { rows, ..of }
}

/// The place of the first that fits, from one on and round.
fn next<T>(rows: &[T], from: u32, fits: impl Fn(&T) -> bool) -> Option<u32> {
    let (before, behind) = rows.split_at(rows.len().min(from as usize));
    let found = behind.iter().position(&fits).map(|at| before.len() + at);
    let found = found.or_else(|| before.iter().position(fits));
    found.map(|at| at as u32)
}

/// The beginning of what the page writes in its row, of so many bytes at least if it has them. Texts stand in quotes, with which
/// no name that is typed begins.
fn shown(snapshot: &Snapshot, node: NodeIx, enough: usize) -> Cow<'_, [u8]> {
    let graph = snapshot.graph();
    let kind = graph.kind(node);
    if matches!(
        kind,
        NodeKind::String | NodeKind::ConsString | NodeKind::SlicedString
    ) {
        return Cow::Borrowed(b"\"");
    }
    let name = match snapshot.name(node) {
        name if !name.is_empty() => name,
        _ if kind == NodeKind::Closure => Cow::Borrowed(&b"(anonymous)"[..]),
        _ => Cow::Borrowed(snapshot.class_name(node)),
    };
    let is_detached = graph.detachedness(node) == heap::Detachedness::Detached;
    let name = if is_detached && !name.starts_with(b"Detached ") {
        Cow::Owned([b"Detached ", &name[..]].concat())
    } else {
        name
    };
    if name.len() >= enough {
        return name;
    }
    let value = match value(snapshot, node) {
        value if value.is_empty() => value,
        value => format!(" {value}"),
    };
    let id = format!(" @{}", graph.id(node).0);
    [&name[..], value.as_bytes(), id.as_bytes()].concat().into()
}
