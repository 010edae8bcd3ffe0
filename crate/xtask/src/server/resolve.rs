use std::path::{Path, PathBuf};

use super::response::Status;

/// What a request's target stands for.
#[derive(Debug, PartialEq)]
pub(super) enum Found {
    File(PathBuf),
    /// A directory asked for without its slash: relative links in it would go astray. Holds the right address.
    Directory(String),
}

/// Finds the file under `root` that `target` names; nothing outside of `root` is ever found.
pub(super) fn resolve(root: &Path, target: &str) -> Result<Found, Status> {
    let raw = target.split(['?', '#']).next().unwrap_or_default();
    let path = decode(raw).ok_or(Status::BadRequest)?;
    let mut file = root.to_path_buf();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            // Backslash and colon are separators and drives on Windows.
            ".." => return Err(Status::NotFound),
            _ if segment.contains(['\\', ':', '\0']) => return Err(Status::NotFound),
            _ => file.push(segment),
        }
    }
    let named_as_directory = path.ends_with('/');
    if file.is_dir() {
        if !named_as_directory {
            // One slash in front, whatever was asked: two would name another host.
            return Ok(Found::Directory(format!(
                "/{}/",
                raw.trim_start_matches('/')
            )));
        }
        file.push("index.html");
    } else if named_as_directory {
        return Err(Status::NotFound);
    }
    // A link may lead out.
    match (root.canonicalize(), file.canonicalize()) {
        (Ok(root), Ok(file)) if file.starts_with(&root) && file.is_file() => Ok(Found::File(file)),
        _ => Err(Status::NotFound),
    }
}

/// Undoes percent-encoding; `None` for a broken escape or what is not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => digit(rest.next()?)? << 4 | digit(rest.next()?)?,
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(decode("/a%20b").as_deref(), Some("/a b"));
        assert_eq!(decode("/%C3%a9").as_deref(), Some("/é"));
        assert_eq!(decode("/%252e").as_deref(), Some("/%2e"));
        for broken in ["/%", "/%4", "/%zz", "/%+1", "/%ff"] {
            assert_eq!(decode(broken), None, "{broken}");
        }
    }
}
