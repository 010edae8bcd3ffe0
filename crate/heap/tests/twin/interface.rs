//! Rule 6, second half: plain objects with the same properties make a class.

use super::class::Class;
use super::property::shown;
use crate::draw::{Drawing, EdgeKind, NodeKind, Text};

#[derive(Clone, Debug)]
pub(super) struct Definition {
    pub(super) name: Text,
    properties: Vec<Text>,
}

const LONGEST: usize = 120;

/// The definitions worth having, the most frequent first.
pub(super) fn infer(drawing: &Drawing) -> Vec<Definition> {
    let plain = plain_objects(drawing);
    let mut found: Vec<(Definition, usize)> = Vec::new();
    for node in &plain {
        let Some(definition) = definition(drawing, *node) else {
            continue;
        };
        match found
            .iter_mut()
            .find(|(known, _)| known.name == definition.name)
        {
            Some((_, count)) => *count += 1,
            None => found.push((definition, 1)),
        }
    }
    let least = f64::max(2.0, plain.len() as f64 / 1000.0);
    found.retain(|(_, count)| *count as f64 >= least);
    // Stable: of equally frequent ones the first seen comes first.
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found
        .into_iter()
        .map(|(definition, _)| definition)
        .collect()
}

/// The classes with the plain objects' replaced where a definition fits.
pub(super) fn apply(
    drawing: &Drawing,
    definitions: &[Definition],
    classes: &[Class],
) -> Vec<Class> {
    let mut classes = classes.to_vec();
    for node in plain_objects(drawing) {
        let mut own = properties(drawing, node);
        own.sort();
        let mut best: Option<&Definition> = None;
        for definition in definitions {
            let more = best.is_none_or(|best| definition.properties.len() > best.properties.len());
            if more && fits(definition, &own) {
                best = Some(definition);
            }
        }
        if let Some(best) = best {
            classes[node] = Class::Interface(best.name.clone());
        }
    }
    classes
}

/// DevTools looks for them from the root on: none, if the root is stored last.
fn plain_objects(drawing: &Drawing) -> Vec<usize> {
    let is_plain = |node: &usize| {
        drawing.nodes[*node].kind == NodeKind::Object && drawing.name(*node).is("Object")
    };
    (drawing.root..drawing.nodes.len())
        .filter(is_plain)
        .collect()
}

fn properties(drawing: &Drawing, node: usize) -> Vec<Text> {
    let edges = drawing.nodes[node]
        .edges
        .iter()
        .filter(|edge| edge.kind == EdgeKind::Property);
    edges
        .map(|edge| drawing.strings[edge.name_or_index].clone())
        .collect()
}

fn definition(drawing: &Drawing, node: usize) -> Option<Definition> {
    let mut name = Text::from("{");
    let mut taken = Vec::new();
    for property in properties(drawing, node)
        .into_iter()
        .filter(|property| !property.is("__proto__"))
    {
        let shown = shown(&property);
        // Neither the comma to come nor the closing brace counts.
        if name.len() > 1 && name.len() + shown.len() > LONGEST {
            break;
        }
        name.push(if taken.is_empty() { "" } else { ", " });
        name.push_text(&shown);
        taken.push(property);
    }
    name.push("}");
    (!taken.is_empty()).then_some(Definition {
        name,
        properties: taken,
    })
}

/// Whether the definition's properties are all there. Both sides may hold a name several times.
fn fits(definition: &Definition, own: &[Text]) -> bool {
    let count = |list: &[Text], name: &Text| list.iter().filter(|other| *other == name).count();
    definition
        .properties
        .iter()
        .all(|name| count(own, name) >= count(&definition.properties, name))
}
