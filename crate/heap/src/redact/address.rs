//! Addresses and paths within names: `HTMLDocument / https://…`, `system / Script / /srv/app.js`, `/srv/app.js`.

use memchr::memmem;

/// Where an address or a path begins.
pub(super) fn address(name: &[u8]) -> Option<usize> {
    const SCRIPT: &[u8] = b"system / Script / ";
    if name.starts_with(SCRIPT) && name.len() > SCRIPT.len() {
        return Some(SCRIPT.len());
    }
    let schemes: [&[u8]; 3] = [b"data:", b"blob:", b"file:"];
    let drive = matches!(name, [b'A'..=b'Z' | b'a'..=b'z', b':', b'\\', ..]);
    if drive || schemes.iter().any(|scheme| name.starts_with(scheme)) || is_path(name) {
        return Some(0);
    }
    let path = memmem::find(name, b" / /").map(|at| at + 3);
    let address = memmem::find(name, b"://").map(|at| {
        let before = name[..at].iter().rposition(|byte| b" (".contains(byte));
        before.map_or(0, |blank| blank + 1)
    });
    path.into_iter().chain(address).min()
}

fn is_path(name: &[u8]) -> bool {
    name.strip_prefix(b"/")
        .is_some_and(|rest| rest.contains(&b'/'))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_and_paths_are_found() {
        for (name, at) in [
            ("HTMLDocument / https://app.example", Some(15)),
            ("https://app.example/x.js", Some(0)),
            ("system / Script / app.js", Some(18)),
            ("system / Script / ", None),
            ("/srv/app.js", Some(0)),
            ("C:\\app.js", Some(0)),
            ("X / /srv/app.js", Some(4)),
            ("system / Context / scope @5", None),
            ("node:internal/fs", None),
            ("/", None),
        ] {
            assert_eq!(address(name.as_bytes()), at, "{name}");
        }
    }
}
