use std::{
    env, fs,
    io::{Read, Write},
    net::TcpStream,
    path::PathBuf,
    process,
};

use flate2::read::GzDecoder;

use super::*;

/// A site of its own for each test, and a secret beside it.
struct Fixture {
    folder: PathBuf,
    server: Server,
}

impl Fixture {
    fn new(name: &str, options: Options) -> Self {
        let folder = env::temp_dir().join(format!("leak-lab-server-{}-{name}", process::id()));
        let site = folder.join("site");
        fs::create_dir_all(site.join("wasm")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(
            site.join("index.html"),
            "<!doctype html><title>home</title>",
        )
        .unwrap();
        fs::write(
            site.join("a b.js"),
            "export const text = 'a b';\n".repeat(100),
        )
        .unwrap();
        fs::write(site.join("dot.png"), [0x89; 400]).unwrap();
        fs::write(site.join("wasm/index.html"), "below").unwrap();
        let server = Server::start(site, 0, options).unwrap();
        Self { folder, server }
    }

    /// Sends a request line, and further lines if any.
    fn send(&self, lines: &str) -> (String, Vec<u8>) {
        self.send_to("localhost", lines, "")
    }

    fn send_to(&self, host: &str, lines: &str, body: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(self.server.address).unwrap();
        write!(
            stream,
            "{lines}\r\nHost: {host}\r\nConnection: close\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer
            .windows(4)
            .position(|window| window == b"\r\n\r\n")
            .unwrap();
        let body = answer.split_off(end + 4);
        (String::from_utf8(answer).unwrap(), body)
    }

    fn get(&self, target: &str) -> (String, Vec<u8>) {
        self.send(&format!("GET {target} HTTP/1.1"))
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn a_file_comes_whole_and_isolated() {
    let fixture = Fixture::new("file", Options::default());
    let (head, body) = fixture.get("/");
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
    for header in [
        "content-type: text/html; charset=utf-8",
        "content-length: 34",
        "cache-control: no-store",
        "x-content-type-options: nosniff",
        "cross-origin-resource-policy: same-origin",
        "cross-origin-opener-policy: same-origin",
        "cross-origin-embedder-policy: require-corp",
    ] {
        assert!(
            head.contains(&format!("\r\n{header}\r\n")),
            "{header} in {head}"
        );
    }
    assert_eq!(body, b"<!doctype html><title>home</title>");
    assert_eq!(fixture.get("/index.html?a=b").1, body);
    assert!(fixture.get("/a%20b.js").0.contains("text/javascript"));
}

#[test]
fn each_kind_of_file_of_the_site_has_its_type() {
    let fixture = Fixture::new("types", Options::default());
    for (name, mime) in [
        ("index.html", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("lab_bg.wasm", "application/wasm"),
        ("checked.json", "application/json"),
        ("icon.svg", "image/svg+xml"),
        ("icon.png", "image/png"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("lab.d.ts", "text/plain; charset=utf-8"),
    ] {
        fs::write(fixture.folder.join("site").join(name), name).unwrap();
        let (head, _) = fixture.get(&format!("/{name}"));
        assert!(
            head.contains(&format!("\r\ncontent-type: {mime}\r\n")),
            "{name}: {head}"
        );
    }
}

#[test]
fn a_part_of_a_file_is_to_be_had() {
    let fixture = Fixture::new("range", Options::default());
    let (head, body) = fixture.send("GET /index.html HTTP/1.1\r\nRange: bytes=1-8");
    assert!(
        head.starts_with("HTTP/1.1 206 ") && head.contains("\r\ncontent-range: bytes 1-8/34\r\n"),
        "{head}"
    );
    assert_eq!(body, b"!doctype");
}

#[test]
fn a_strangers_name_for_this_machine_is_refused() {
    let fixture = Fixture::new("host", Options::default());
    let status = |host| fixture.send_to(host, "GET / HTTP/1.1", "").0;
    assert!(status("127.0.0.1:80").starts_with("HTTP/1.1 200 "));
    assert!(status("rebound.example").starts_with("HTTP/1.1 403 "));
}

#[test]
fn what_was_sent_is_counted_with_its_head() {
    let fixture = Fixture::new("count", Options::default());
    let (head, body) = fixture.get("/dot.png");
    assert_eq!(fixture.server.sent(), (head.len() + body.len()) as u64);
}

#[test]
fn isolation_can_be_left_out() {
    let fixture = Fixture::new("plain", Options { isolated: false });
    let (head, _) = fixture.get("/");
    assert!(
        head.contains("resource-policy")
            && !head.contains("embedder-policy")
            && !head.contains("opener-policy"),
        "{head}"
    );
}

#[test]
fn nothing_outside_of_the_site_is_found() {
    let fixture = Fixture::new("traversal", Options::default());
    for target in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2e%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/wasm/../../secret.txt",
        "/..%5csecret.txt",
        "/c:/secret.txt",
        "/secret.txt%00.png",
        "//secret.txt",
    ] {
        let (head, body) = fixture.get(target);
        assert!(head.starts_with("HTTP/1.1 404 "), "{target}: {head}");
        assert!(!body.starts_with(b"secret"), "{target}");
    }
    let (head, _) = fixture.send("GET ../secret.txt HTTP/1.1");
    assert!(head.starts_with("HTTP/1.1 400 "), "{head}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_not_followed() {
    let fixture = Fixture::new("link", Options::default());
    std::os::unix::fs::symlink(
        fixture.folder.join("secret.txt"),
        fixture.folder.join("site/link.txt"),
    )
    .unwrap();
    assert!(fixture.get("/link.txt").0.starts_with("HTTP/1.1 404 "));
}

#[test]
fn what_is_missing_gets_a_page_that_says_so() {
    let fixture = Fixture::new("missing", Options::default());
    for target in ["/none.js", "/wasm/none/"] {
        let (head, body) = fixture.get(target);
        assert!(
            head.starts_with("HTTP/1.1 404 Not Found\r\ncontent-type: text/html"),
            "{target}: {head}"
        );
        assert!(String::from_utf8(body).unwrap().contains("404 Not Found"));
    }
}

#[test]
fn a_directory_is_its_index_behind_a_slash() {
    let fixture = Fixture::new("directory", Options::default());
    assert_eq!(fixture.get("/wasm/").1, b"below");
    let (head, _) = fixture.get("/wasm?x");
    assert!(
        head.starts_with("HTTP/1.1 307 ") && head.contains("\r\nlocation: /wasm/?x\r\n"),
        "{head}"
    );
    // `//wasm/` would be another host.
    assert!(!fixture.get("//wasm").0.contains("location"));
}

#[test]
fn head_is_get_without_the_body() {
    let fixture = Fixture::new("head", Options::default());
    let (head, body) = fixture.send("HEAD / HTTP/1.1");
    let lasting = |head: &str| {
        let lines = head.lines().filter(|line| !line.starts_with("date:"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(lasting(&head), lasting(&fixture.get("/").0));
    assert!(body.is_empty());
    let lines = |method| format!("{method} /a%20b.js HTTP/1.1\r\nAccept-Encoding: gzip");
    let (head, body) = fixture.send(&lines("HEAD"));
    assert_eq!(lasting(&head), lasting(&fixture.send(&lines("GET")).0));
    assert!(body.is_empty());
}

#[test]
fn other_methods_are_refused_even_with_a_body() {
    let fixture = Fixture::new("method", Options::default());
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "get"] {
        let body = "x".repeat(100_000);
        let lines = format!("{method} / HTTP/1.1\r\nContent-Length: 100000");
        let (head, _) = fixture.send_to("localhost", &lines, &body);
        assert!(
            head.starts_with("HTTP/1.1 405 ") && head.contains("\r\nallow: GET,HEAD\r\n"),
            "{head}"
        );
    }
}

#[test]
fn gzip_is_for_those_who_ask_and_files_that_shrink() {
    let fixture = Fixture::new("gzip", Options::default());
    let ask = |target, accept| {
        fixture.send(&format!(
            "GET {target} HTTP/1.0\r\nAccept-Encoding: {accept}"
        ))
    };
    let (plain, whole) = ask("/a%20b.js", "gzip;q=0");
    assert!(!plain.contains("content-encoding"), "{plain}");
    let (head, packed) = ask("/a%20b.js", "gzip, br");
    assert!(head.contains("\r\ncontent-encoding: gzip\r\n"), "{head}");
    assert!(packed.len() < whole.len());
    let mut unpacked = Vec::new();
    GzDecoder::new(&packed[..])
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, whole);
    assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", packed.len())));
    assert!(!ask("/dot.png", "gzip").0.contains("content-encoding"));
    let (head, _) = ask("/", "gzip"); // too small to become smaller
    assert!(!head.contains("content-encoding"), "{head}");
    assert!(head.contains("\r\ncontent-length: 34\r\n"), "{head}");
}

#[test]
fn a_file_that_was_replaced_is_compressed_anew() {
    let fixture = Fixture::new("replaced", Options::default());
    let unpacked = || {
        let (_, packed) = fixture.send("GET /a%20b.js HTTP/1.1\r\nAccept-Encoding: gzip");
        let mut text = String::new();
        GzDecoder::new(&packed[..])
            .read_to_string(&mut text)
            .unwrap();
        text
    };
    let first = unpacked();
    assert_eq!(unpacked(), first);
    let second = first.replace("a b", "b a");
    fs::write(fixture.folder.join("site/a b.js"), &second).unwrap();
    assert_eq!(unpacked(), second);
}

#[test]
fn what_no_document_is_has_a_short_head() {
    let fixture = Fixture::new("short", Options::default());
    let (head, _) = fixture.send("GET /a%20b.js HTTP/1.1\r\nAccept-Encoding: gzip");
    for needless in [
        "opener-policy",
        "embedder-policy",
        "vary",
        "date:",
        "last-modified",
        "accept-ranges",
        "transfer-encoding",
    ] {
        assert!(!head.contains(needless), "{head}");
    }
    assert!(fixture.get("/none.js").0.contains("embedder-policy")); // the page that says so
}

#[test]
fn a_port_in_use_is_named_with_what_to_do() {
    let fixture = Fixture::new("port", Options::default());
    let port = fixture.server.port();
    let failure = Server::start(PathBuf::new(), port, Options::default())
        .unwrap_err()
        .to_string();
    assert!(
        failure.contains(&format!("port {port} is in use")) && failure.contains("--port 0"),
        "{failure}"
    );
}

#[test]
fn dropping_the_server_frees_its_port() {
    let fixture = Fixture::new("drop", Options::default());
    let url = fixture.server.url();
    assert_eq!(url, format!("http://127.0.0.1:{}/", fixture.server.port()));
    let address = fixture.server.address;
    let idle = TcpStream::connect(address).unwrap();
    drop(fixture);
    assert!(TcpStream::connect(address).is_err());
    drop(idle);
}
