use hyper::{Request, header::HOST, http::uri::Authority};

/// Whether a request was addressed to this machine by a name that only this machine answers to. Another name that leads
/// here is a stranger's, who has pointed it at loopback so that a page of his may read what is served (DNS rebinding).
pub(super) fn is_addressed<B>(request: &Request<B>) -> bool {
    let header = || request.headers().get(HOST)?.to_str().ok()?.parse().ok();
    let authority: Option<Authority> = request.uri().authority().cloned().or_else(header);
    authority.is_some_and(|authority| {
        let host = authority.host().to_ascii_lowercase();
        matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]") || host.ends_with(".localhost")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_machine_are_its_only_ones() {
        let asked = |uri: &str, host: Option<&str>| {
            let mut request = Request::builder().uri(uri);
            if let Some(host) = host {
                request = request.header(HOST, host);
            }
            is_addressed(&request.body(()).unwrap())
        };
        for host in ["localhost:8000", "127.0.0.1", "[::1]:80", "lab.LOCALHOST:1"] {
            assert!(asked("/", Some(host)), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "notlocalhost",
            "192.168.0.1",
        ] {
            assert!(!asked("/", Some(host)), "{host}");
        }
        assert!(!asked("/", None));
        assert!(!asked("http://evil.example/", Some("localhost")));
    }
}
