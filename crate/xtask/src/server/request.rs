use std::{
    io::{ErrorKind, Read},
    time::{Duration, Instant},
};

use super::{encoding, response::Status};

const HEAD_LIMIT: usize = 16 * 1024;
const DEADLINE: Duration = Duration::from_secs(15);

/// The head of a request. A body is never read: no answer depends on one.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) target: String,
    headers: Vec<(String, String)>,
}

impl Request {
    /// `None` when the client closed, or stayed silent, without asking anything, as browsers do with spare connections.
    pub(super) fn read(stream: &mut impl Read) -> Result<Option<Self>, Status> {
        let began = Instant::now();
        let mut head = Vec::new();
        let mut chunk = [0; 2048];
        loop {
            if let Some(end) = end_of_head(&head) {
                return Self::parse(&head[..end]).map(Some);
            }
            if head.len() > HEAD_LIMIT {
                return Err(Status::HeadTooLarge);
            }
            match stream.read(&mut chunk) {
                Ok(0) if head.is_empty() => return Ok(None),
                Ok(0) => return Err(Status::BadRequest),
                Ok(count) => head.extend_from_slice(&chunk[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) if head.is_empty() => return Ok(None),
                Err(_) => return Err(Status::Timeout),
            }
            if began.elapsed() > DEADLINE {
                return Err(Status::Timeout);
            }
        }
    }

    pub(super) fn accepts_gzip(&self) -> bool {
        let wanted = |(name, value): &&(String, String)| {
            name == "accept-encoding" && encoding::allows_gzip(value)
        };
        self.headers.iter().find(wanted).is_some()
    }

    fn parse(head: &[u8]) -> Result<Self, Status> {
        let text = std::str::from_utf8(head).map_err(|_| Status::BadRequest)?;
        let mut lines = text.split("\r\n");
        let mut words = lines.next().unwrap_or_default().split(' ');
        let (Some(method), Some(target), Some(version), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(Status::BadRequest);
        };
        if !version.starts_with("HTTP/1.") {
            return Err(if version.starts_with("HTTP/") {
                Status::Version
            } else {
                Status::BadRequest
            });
        }
        let is_word =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_word(method) || !is_word(target) || !target.starts_with('/') {
            return Err(Status::BadRequest);
        }
        let mut headers = Vec::new();
        for line in lines {
            let (name, value) = line.split_once(':').ok_or(Status::BadRequest)?;
            if !is_word(name) {
                return Err(Status::BadRequest);
            }
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        Ok(Self {
            method: method.to_owned(),
            target: target.to_owned(),
            headers,
        })
    }
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|window| window == b"\r\n\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Option<Request>, Status> {
        Request::read(&mut text.as_bytes())
    }

    #[test]
    fn a_browsers_request_is_understood() {
        let text = "GET /a.js?b HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\n\r\n";
        let request = read(text).unwrap().unwrap();
        assert_eq!(
            (request.method.as_str(), request.target.as_str()),
            ("GET", "/a.js?b")
        );
        assert!(request.accepts_gzip());
        assert!(
            !read("GET / HTTP/1.0\r\n\r\n")
                .unwrap()
                .unwrap()
                .accepts_gzip()
        );
    }

    #[test]
    fn silence_is_no_request() {
        assert!(read("").unwrap().is_none());
    }

    #[test]
    fn malformed_requests_are_refused() {
        for (text, status) in [
            ("GET / HTTP/1.1\r\n", Status::BadRequest),
            ("GET /\r\n\r\n", Status::BadRequest),
            ("GET  / HTTP/1.1\r\n\r\n", Status::BadRequest),
            ("GET / HTTP/1.1 x\r\n\r\n", Status::BadRequest),
            ("\r\n\r\n", Status::BadRequest),
            ("GET index.html HTTP/1.1\r\n\r\n", Status::BadRequest),
            ("GET http://elsewhere/ HTTP/1.1\r\n\r\n", Status::BadRequest),
            ("GET /\u{e9} HTTP/1.1\r\n\r\n", Status::BadRequest),
            ("GET /\n HTTP/1.1\r\n\r\n", Status::BadRequest),
            ("GET / HTTP/1.1\r\nno colon\r\n\r\n", Status::BadRequest),
            ("GET / HTTP/1.1\r\nA : b\r\n\r\n", Status::BadRequest),
            ("GET / HTTP/2.0\r\n\r\n", Status::Version),
            ("GET / SPDY\r\n\r\n", Status::BadRequest),
        ] {
            assert_eq!(read(text).unwrap_err(), status, "{text:?}");
        }
        let endless = format!("GET / HTTP/1.1\r\nA: {}", "b".repeat(HEAD_LIMIT * 2));
        assert_eq!(read(&endless).unwrap_err(), Status::HeadTooLarge);
        assert_eq!(
            Request::read(&mut &b"GET /\xff HTTP/1.1\r\n\r\n"[..]).unwrap_err(),
            Status::BadRequest
        );
    }
}
