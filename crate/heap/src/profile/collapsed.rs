//! Collapsed stacks, for flame graph programs.

use super::{Profile, walk::Step};
use crate::wtf8::lossy;
use std::io::{Result, Write};

impl Profile {
    /// Writes a line for each node that has bytes of its own: `(root);caller;function 4096`.
    ///
    /// In names `;` becomes `:`, and line breaks and control characters become blanks. Sizes are rounded to whole bytes, and lines of none left
    /// out. Only one stack is in memory, but the text itself repeats every stack from the head on: on a very deep
    /// tree it is as long as the square of the depth. [`Profile::write_speedscope`] has no such repetition.
    ///
    /// # Errors
    /// Only those of `out`.
    pub fn write_collapsed(&self, mut out: impl Write) -> Result<()> {
        let nodes = &self.nodes;
        let labels: Vec<String> = (0..self.frames.len() as u32)
            .map(|frame| clean(&lossy(self.frames.label(frame))))
            .collect();
        let label = |node: u32| &labels[nodes.frame[node as usize] as usize];
        let mut stack = String::new();
        for step in nodes.walk() {
            match step {
                Step::Enter(node) => {
                    if node > 0 {
                        stack.push(';');
                    }
                    stack.push_str(label(node));
                    let own = nodes.own[node as usize].round();
                    if own > 0.0 {
                        writeln!(out, "{stack} {own}")?;
                    }
                }
                Step::Leave(node) => {
                    let separator = usize::from(node > 0);
                    stack.truncate(stack.len() - label(node).len() - separator);
                }
            }
        }
        Ok(())
    }
}

fn clean(name: &str) -> String {
    let replace = |character| match character {
        ';' => ':',
        '\u{2028}' | '\u{2029}' => ' ',
        other if other.is_control() => ' ',
        other => other,
    };
    name.chars().map(replace).collect()
}
