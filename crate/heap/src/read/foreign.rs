//! What a file is that is no heap file of V8: by its first bytes.

mod binary;
mod json;

use crate::{Code, Error, ground::error::Wrong};

/// The first bytes of a file, kept for the case that it cannot be read.
#[derive(Debug, Default)]
pub(crate) struct Head(Vec<u8>);

/// Enough for the first members of a JSON file.
const ENOUGH: usize = 4096;
/// Bytes that are shown of a file that nobody knows.
const SHOWN: usize = 16;

impl Head {
    /// Takes what is still missing of them.
    pub(crate) fn take(&mut self, chunk: &[u8]) {
        let missing = ENOUGH - self.0.len();
        if missing > 0 {
            self.0.extend_from_slice(&chunk[..missing.min(chunk.len())]);
        }
    }

    /// The error, once there are bytes enough to say what the file is instead.
    pub(crate) fn verdict(&self, failed: Option<&Error>) -> Result<(), Error> {
        match failed {
            Some(error) if self.0.len() == ENOUGH => Err(self.explain(error.clone())),
            _ => Ok(()),
        }
    }

    /// The error, or better what the file is instead.
    pub(crate) fn explain(&self, error: Error) -> Error {
        let head = self.0.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.0);
        if let Some((code, what)) = known(head) {
            return Error::new(code, what);
        }
        let early = error.at.is_none_or(|at| at <= SHOWN as u64);
        if error.code == Code::NotJson && early {
            let what = format!("{}: the file begins with {}", error.what, shown(head));
            return Error { what, ..error };
        }
        if error.code == Code::OtherJson {
            let members = json::members(head);
            let what = format!("JSON that is no heap file{members}");
            return Error { what, ..error };
        }
        error
    }
}

fn known(head: &[u8]) -> Option<Wrong> {
    let text = head.trim_ascii_start();
    match text.first() {
        Some(b'{' | b'[') if text.get(1) != Some(&0) => json::known(text),
        Some(b'<') => Some((Code::Html, "a page of HTML or XML")),
        _ => binary::known(head),
    }
}

/// Text as it is, other bytes by their numbers.
fn shown(head: &[u8]) -> String {
    let first = &head[..head.len().min(SHOWN)];
    let whole = match std::str::from_utf8(first) {
        Err(error) if error.error_len().is_none() => &first[..error.valid_up_to()],
        _ => first,
    };
    match std::str::from_utf8(whole) {
        Ok(text) if !text.is_empty() && !text.contains(|c: char| c.is_control() && c != '\n') => {
            format!("`{}`", text.trim_ascii().replace('\n', " "))
        }
        _ => {
            let bytes: Vec<String> = first.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("the bytes {}", bytes.join(" "))
        }
    }
}

#[cfg(test)]
mod tests;
