//! Lines about the file as a whole.

use super::words::Words;
use crate::draw::{Drawing, Function, Sample, Trace};

pub(super) fn read(drawing: &mut Drawing, words: &mut Words<'_>) {
    match words.text().to_string().as_str() {
        "without" => {
            assert!(
                words.text().is("detachedness"),
                "only detachedness can be missing"
            );
            drawing.with_detachedness = false;
        }
        "with" => {
            assert!(
                words.text().is("trace_node_id"),
                "only trace_node_id can be added"
            );
            drawing.with_trace_ids = true;
        }
        "extra_native_bytes" => drawing.extra_native_bytes = Some(words.number()),
        "sample" => drawing.samples.push(Sample {
            micros: words.number(),
            last_id: words.number(),
        }),
        "function" => function(drawing, words),
        "trace" => trace(drawing, words),
        other => words.fail(&format!("no line starts with {other}")),
    }
}

fn function(drawing: &mut Drawing, words: &mut Words<'_>) {
    let (name, script_name) = (words.text(), words.text());
    let (name, script_name) = (drawing.text(name), drawing.text(script_name));
    let [script, line, column] = words.place();
    let id = drawing.functions.len() as u64 + 1;
    drawing.functions.push(Function {
        id,
        name,
        script_name,
        script,
        line,
        column,
    });
}

fn trace(drawing: &mut Drawing, words: &mut Words<'_>) {
    let id = words.number();
    let parent = words.text().to_string();
    let name = words.text();
    let function = drawing
        .functions
        .iter()
        .position(|known| drawing.strings[known.name] == name);
    let function = function.unwrap_or_else(|| words.fail("that function is not drawn above"));
    let trace = Trace {
        id,
        function,
        count: words.number(),
        size: words.number(),
        children: Vec::new(),
    };
    let Some(tree) = &mut drawing.traces else {
        drawing.traces = Some(trace);
        return;
    };
    let parent = parent.parse().ok().and_then(|parent| tree.find(parent));
    parent
        .unwrap_or_else(|| words.fail("that parent is not drawn above"))
        .children
        .push(trace);
}
