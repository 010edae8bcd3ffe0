//! Call frames: functions by name and place.

use super::intern::Interner;
use crate::ground::error::Wrong;
use std::sync::Arc;

/// The call frames of a profile, each once. They are equal if all their parts are.
///
/// Texts are WTF-8: see [`crate::wtf8`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frames {
    frames: Vec<CallFrame>,
    texts: Vec<Arc<[u8]>>,
}

/// One call frame. Texts are numbers here: ask [`Frames`] for what they read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CallFrame {
    /// The text of the function's name, as in the file.
    pub name: u32,
    /// The text of the script's URL.
    pub url: u32,
    /// The text of the script's id.
    pub script: u32,
    /// The line where the function begins, counted from 1 as DevTools shows it (the file counts from 0); 0 is none.
    pub line: u32,
    /// The column where the function begins, counted from 1; 0 is none.
    pub column: u32,
}

impl Frames {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.frames.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }

    /// The frame of that number; one of nothing if there is none.
    pub fn get(&self, frame: u32) -> CallFrame {
        self.frames.get(frame as usize).copied().unwrap_or_default()
    }

    /// The function's name for people: `(anonymous)` if it has none, as in DevTools.
    pub fn label(&self, frame: u32) -> &[u8] {
        match self.name(frame) {
            b"" => b"(anonymous)",
            name => name,
        }
    }

    /// The function's name as in the file: empty if it has none, `(root)`, `(V8 API)` and the like if it is no function.
    pub fn name(&self, frame: u32) -> &[u8] {
        self.text(self.get(frame).name)
    }

    /// The script's URL; empty if it has none.
    pub fn url(&self, frame: u32) -> &[u8] {
        self.text(self.get(frame).url)
    }

    /// The script's id: digits, `0` for what belongs to no script.
    pub fn script(&self, frame: u32) -> &[u8] {
        self.text(self.get(frame).script)
    }

    /// Number of different texts: those of [`CallFrame`] are below it.
    pub fn text_count(&self) -> usize {
        self.texts.len()
    }

    /// The text of that number, which is one of [`CallFrame`]'s.
    pub fn text(&self, text: u32) -> &[u8] {
        self.texts.get(text as usize).map_or(b"", |text| text)
    }
}

/// The frames while the file is being read.
#[derive(Debug)]
pub(super) struct FrameTable {
    frames: Interner<CallFrame>,
    texts: Interner<Arc<[u8]>>,
}

impl FrameTable {
    pub(super) fn text(&mut self, text: &[u8]) -> Result<u32, Wrong> {
        self.texts.number(text, |text| text.into())
    }

    pub(super) fn frame(&mut self, frame: CallFrame) -> Result<u32, Wrong> {
        self.frames.number(&frame, |frame| *frame)
    }

    pub(super) fn finish(self) -> Frames {
        Frames {
            frames: self.frames.into_values(),
            texts: self.texts.into_values(),
        }
    }
}

impl Default for FrameTable {
    fn default() -> Self {
        let mut texts = Interner::default();
        // Text 0 is the empty one: that of a call frame's missing parts.
        let empty = texts.number(&b""[..], |text| text.into());
        debug_assert_eq!(empty, Ok(0));
        Self {
            frames: Interner::default(),
            texts,
        }
    }
}
