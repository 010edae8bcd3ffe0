use std::io::{self, Write};

use super::{Options, encoding, mime};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Status {
    Ok = 200,
    Moved = 301,
    BadRequest = 400,
    NotFound = 404,
    MethodNotAllowed = 405,
    Timeout = 408,
    HeadTooLarge = 431,
    Version = 505,
}

impl Status {
    fn reason(self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::Moved => "Moved Permanently",
            Self::BadRequest => "Bad Request",
            Self::NotFound => "Not Found",
            Self::MethodNotAllowed => "Method Not Allowed",
            Self::Timeout => "Request Timeout",
            Self::HeadTooLarge => "Request Header Fields Too Large",
            Self::Version => "HTTP Version Not Supported",
        }
    }
}

#[derive(Debug)]
pub(super) struct Response {
    status: Status,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Response {
    pub(super) fn file(mime: &str, body: Vec<u8>, gzip: bool) -> Self {
        let response = Self {
            status: Status::Ok,
            headers: Vec::new(),
            body,
        }
        .with("Content-Type", mime.to_owned());
        if !mime::is_compressible(mime) {
            return response;
        }
        let response = response.with("Vary", "Accept-Encoding".into());
        match gzip.then(|| encoding::gzip(&response.body)) {
            Some(Ok(body)) => Self { body, ..response }.with("Content-Encoding", "gzip".into()),
            _ => response,
        }
    }

    pub(super) fn error(status: Status) -> Self {
        let (code, reason) = (status as u16, status.reason());
        let page = format!(
            "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>{code} {reason}</title>\n\
             <h1>{code} {reason}</h1>\n<p><a href=\"/\">To the start page</a></html>\n"
        );
        Self {
            status,
            headers: Vec::new(),
            body: page.into_bytes(),
        }
        .with("Content-Type", "text/html; charset=utf-8".into())
    }

    pub(super) fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    pub(super) fn write(
        &self,
        out: &mut impl Write,
        options: Options,
        head_only: bool,
    ) -> io::Result<u64> {
        let mut head = format!(
            "HTTP/1.1 {} {}\r\n",
            self.status as u16,
            self.status.reason()
        );
        let mut header = |name: &str, value: &str| {
            head.extend([name, ": ", value, "\r\n"]);
        };
        for (name, value) in &self.headers {
            header(name, value);
        }
        header("Content-Length", &self.body.len().to_string());
        header("Cache-Control", "no-store");
        header("X-Content-Type-Options", "nosniff");
        header("Cross-Origin-Resource-Policy", "same-origin");
        if options.isolated {
            header("Cross-Origin-Opener-Policy", "same-origin");
            header("Cross-Origin-Embedder-Policy", "require-corp");
        }
        header("Connection", "close");
        head.push_str("\r\n");
        let body: &[u8] = if head_only { &[] } else { &self.body };
        out.write_all(head.as_bytes())?;
        out.write_all(body)?;
        out.flush()?;
        Ok((head.len() + body.len()) as u64)
    }
}
