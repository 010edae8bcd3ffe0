//! Class names: what DevTools writes in the column Constructor.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::{Graph, NodeIx, NodeKind, wtf8};

/// The number of each node's class name, as a string of the graph (DevTools: `calculateObjectNames`).
///
/// Names made here are added to the strings under numbers of their own, even if the text is there already: DevTools keeps
/// a regexp and an object of a class called `RegExp` apart by that.
pub(crate) fn class_names(graph: &mut Graph) -> Vec<u32> {
    let mut names = Names::default();
    // These four come first and in this order, used or not.
    let system = names.added(graph, b"(system)".to_vec());
    let code = names.added(graph, b"(compiled code)".to_vec());
    let function = names.added(graph, b"Function".to_vec());
    let regexp = names.added(graph, b"RegExp".to_vec());
    let mut by_kind: FxHashMap<(u8, u32), u32> = FxHashMap::default();
    let mut classes = vec![0; graph.nodes.len()];
    for (class, node) in classes.iter_mut().zip(0_u32..) {
        let kind = graph.nodes.kind[node as usize];
        *class = match NodeKind::from_code(kind) {
            NodeKind::Hidden => system,
            NodeKind::Code => code,
            NodeKind::Closure => function,
            NodeKind::RegExp => regexp,
            NodeKind::Object | NodeKind::Native => names.of_object(graph, node),
            _ => *by_kind
                .entry((kind, graph.nodes.other_kind.get(node)))
                .or_insert_with(|| {
                    let text = format!("({})", graph.kind_name(NodeIx(node)));
                    names.added(graph, text.into_bytes())
                }),
        };
    }
    classes
}

#[derive(Default)]
struct Names {
    /// Texts that were added.
    added: FxHashMap<Vec<u8>, u32>,
    /// Raw names seen so far.
    known: FxHashMap<u32, u32>,
}

impl Names {
    fn added(&mut self, graph: &mut Graph, text: Vec<u8>) -> u32 {
        *self
            .added
            .entry(text)
            .or_insert_with_key(|text| graph.strings.push(text))
    }

    fn of_object(&mut self, graph: &mut Graph, node: u32) -> u32 {
        let name = graph.nodes.name[node as usize];
        if let Some(&class) = self.known.get(&name) {
            return class;
        }
        let class = match tag(graph.strings.get(name)) {
            Some(tag) => self.added(graph, tag),
            None => name,
        };
        self.known.insert(name, class);
        class
    }
}

/// `<div>` for `<div id="a">`, `Detached <div>` for `Detached <div id="a">`.
fn tag(name: &[u8]) -> Option<Vec<u8>> {
    let from = if name.starts_with(b"<") {
        0
    } else if name.starts_with(b"Detached <") {
        10
    } else {
        return None;
    };
    let blank = name[from..].iter().position(|&byte| byte == b' ');
    Some(match blank {
        Some(blank) => [&name[..from + blank], b">"].concat(),
        None => name.to_vec(),
    })
}

/// A property's name as it stands in the name of an interface: quoted if it could be misread.
pub(crate) fn property(name: &[u8]) -> Cow<'_, [u8]> {
    if name.iter().any(|byte| b",'\"{}".contains(byte)) {
        wtf8::json_string(name).into()
    } else {
        name.into()
    }
}
