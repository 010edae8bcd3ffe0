use std::{
    env, fs,
    io::{Read, Write},
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

    fn send(&self, request: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(self.server.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
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
        self.send(&format!("GET {target} HTTP/1.1\r\nHost: x\r\n\r\n"))
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
        "Content-Type: text/html; charset=utf-8",
        "Content-Length: 34",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Cross-Origin-Resource-Policy: same-origin",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Embedder-Policy: require-corp",
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
fn isolation_can_be_left_out() {
    let fixture = Fixture::new("plain", Options { isolated: false });
    let (head, _) = fixture.get("/");
    assert!(
        !head.contains("Embedder-Policy") && !head.contains("Opener-Policy"),
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
    assert!(fixture.get("/%zz").0.starts_with("HTTP/1.1 400 "));
    assert!(
        fixture
            .send("GET ../secret.txt HTTP/1.1\r\n\r\n")
            .0
            .starts_with("HTTP/1.1 400 ")
    );
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
    for target in ["/none.js", "/index.html/", "/wasm/none/"] {
        let (head, body) = fixture.get(target);
        assert!(
            head.starts_with("HTTP/1.1 404 Not Found\r\nContent-Type: text/html"),
            "{target}: {head}"
        );
        assert!(String::from_utf8(body).unwrap().contains("404 Not Found"));
    }
}

#[test]
fn a_directory_is_its_index_behind_a_slash() {
    let fixture = Fixture::new("directory", Options::default());
    assert_eq!(fixture.get("/wasm/").1, b"below");
    for target in ["/wasm", "//wasm?x"] {
        let (head, _) = fixture.get(target);
        assert!(
            head.starts_with("HTTP/1.1 301 ") && head.contains("\r\nLocation: /wasm/\r\n"),
            "{head}"
        );
    }
}

#[test]
fn head_is_get_without_the_body() {
    let fixture = Fixture::new("head", Options::default());
    let (head, body) = fixture.send("HEAD / HTTP/1.1\r\n\r\n");
    assert_eq!(head, fixture.get("/").0);
    assert!(body.is_empty());
}

#[test]
fn other_methods_are_refused_even_with_a_body() {
    let fixture = Fixture::new("method", Options::default());
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "get"] {
        let body = "x".repeat(100_000);
        let (head, _) = fixture.send(&format!(
            "{method} / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n{body}"
        ));
        assert!(
            head.starts_with("HTTP/1.1 405 ") && head.contains("\r\nAllow: GET, HEAD\r\n"),
            "{head}"
        );
    }
}

#[test]
fn gzip_is_for_those_who_ask_and_files_that_shrink() {
    let fixture = Fixture::new("gzip", Options::default());
    let ask = |target, accept| {
        fixture.send(&format!(
            "GET {target} HTTP/1.1\r\nAccept-Encoding: {accept}\r\n\r\n"
        ))
    };
    let (plain, whole) = ask("/a%20b.js", "gzip;q=0");
    assert!(
        plain.contains("Vary: Accept-Encoding") && !plain.contains("Content-Encoding"),
        "{plain}"
    );
    let (head, packed) = ask("/a%20b.js", "gzip, br");
    assert!(head.contains("\r\nContent-Encoding: gzip\r\n"), "{head}");
    assert!(
        head.contains(&format!("\r\nContent-Length: {}\r\n", packed.len())),
        "{head}"
    );
    assert!(packed.len() < whole.len());
    let mut unpacked = Vec::new();
    GzDecoder::new(&packed[..])
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, whole);
    assert!(!ask("/dot.png", "gzip").0.contains("Content-Encoding"));
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
