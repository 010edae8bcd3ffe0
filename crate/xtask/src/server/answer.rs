use std::{
    io,
    path::{Path, PathBuf},
};

use http_body_util::{BodyExt, Full, combinators::UnsyncBoxBody};
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{
        ACCEPT_RANGES, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderName,
        HeaderValue, LAST_MODIFIED, X_CONTENT_TYPE_OPTIONS,
    },
};
use percent_encoding::percent_decode_str;
use tower::ServiceExt;
use tower_http::services::ServeDir;

use super::{Options, gzip, loopback};

pub(super) type Body = UnsyncBoxBody<Bytes, io::Error>;

const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const EMBEDDER: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// What is served, and how.
pub(super) struct Site {
    root: PathBuf,
    files: ServeDir,
    options: Options,
}

impl Site {
    pub(super) fn new(root: PathBuf, options: Options) -> Self {
        Self {
            files: ServeDir::new(&root),
            root,
            options,
        }
    }

    pub(super) async fn answer(&self, request: Request<Incoming>) -> Response<Body> {
        let path = request.uri().path().to_owned();
        let mut response = if !loopback::is_addressed(&request) {
            refusal(StatusCode::FORBIDDEN)
        } else if self.leads_out(&path) {
            refusal(StatusCode::NOT_FOUND)
        } else {
            self.file(request).await
        };
        let headers = response.headers_mut();
        if let Some(text) = as_text(&path, headers.get(CONTENT_TYPE)) {
            headers.insert(CONTENT_TYPE, text);
        }
        let fixed = HeaderValue::from_static;
        headers.insert(CACHE_CONTROL, fixed("no-store"));
        // Of use to a cache only, and to who does not know: an answer that is wanted in parts comes in parts.
        headers.remove(LAST_MODIFIED);
        headers.remove(ACCEPT_RANGES);
        headers.insert(X_CONTENT_TYPE_OPTIONS, fixed("nosniff"));
        headers.insert(RESOURCE, fixed("same-origin"));
        // They act on documents; the workers start from blobs, which have their page's policy.
        let is_document = headers
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if self.options.isolated && is_document {
            headers.insert(OPENER, fixed("same-origin"));
            headers.insert(EMBEDDER, fixed("require-corp"));
        }
        response
    }

    async fn file(&self, mut request: Request<Incoming>) -> Response<Body> {
        let is_gzip_taken = gzip::is_taken(request.headers());
        if request.method() == Method::HEAD {
            // The same head; the body stays here.
            *request.method_mut() = Method::GET;
        }
        let found = self.files.clone().oneshot(request).await;
        let (mut head, body) = found.unwrap_or_else(|never| match never {}).into_parts();
        if head.status.is_client_error() {
            head.headers.remove(CONTENT_LENGTH);
            let (page, body) = refusal(head.status).into_parts();
            head.headers.extend(page.headers);
            return Response::from_parts(head, body);
        }
        if head.status != StatusCode::OK || !is_gzip_taken || !gzip::is_worthwhile(&head.headers) {
            return Response::from_parts(head, body.map_err(io::Error::other).boxed_unsync());
        }
        let Ok(plain) = body.collect().await else {
            return refusal(StatusCode::INTERNAL_SERVER_ERROR);
        };
        let plain = plain.to_bytes();
        let packed = gzip::pack(&plain).await;
        if packed.is_some() {
            head.headers
                .insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        let body = packed.unwrap_or(plain);
        head.headers.insert(CONTENT_LENGTH, body.len().into());
        Response::from_parts(head, whole(body))
    }

    /// Whether a path stands for something that is not below the root, be it through a link.
    fn leads_out(&self, path: &str) -> bool {
        // Two slashes would name another host where a directory's slash is put behind.
        let Some(path) = path.strip_prefix('/').filter(|rest| !rest.starts_with('/')) else {
            return true;
        };
        let named = percent_decode_str(path).decode_utf8_lossy();
        let file = self.root.join(&*named);
        let is_outside = |file: &Path| match (self.root.canonicalize(), file.canonicalize()) {
            (Ok(root), Ok(file)) => !file.starts_with(root),
            _ => false, // what is not there leads nowhere
        };
        is_outside(&file) || is_outside(&file.join("index.html"))
    }
}

fn refusal(status: StatusCode) -> Response<Body> {
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>{status}</title>\n\
         <h1>{status}</h1>\n<p><a href=\"/\">To the start page</a></html>\n"
    );
    let mut response = Response::new(whole(page.into()));
    *response.status_mut() = status;
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, html);
    response
}

fn whole(body: Bytes) -> Body {
    let body = Full::new(body).map_err(|never| match never {});
    body.boxed_unsync()
}

/// The media type of what is text with its encoding named. `.d.ts` is there to be read, and no film.
fn as_text(path: &str, given: Option<&HeaderValue>) -> Option<HeaderValue> {
    let given = given?.to_str().ok()?;
    let is_typescript = Path::new(path).extension().is_some_and(|end| end == "ts");
    let text = if is_typescript { "text/plain" } else { given };
    let is_bare = text.starts_with("text/") && !text.contains(';');
    is_bare.then(|| HeaderValue::try_from(format!("{text}; charset=utf-8")).ok())?
}
