use std::{
    io,
    path::{Path, PathBuf},
};

use http_body_util::{BodyExt, Full, combinators::UnsyncBoxBody};
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{
        CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, LAST_MODIFIED,
        X_CONTENT_TYPE_OPTIONS,
    },
};
use percent_encoding::percent_decode_str;
use tower::{Layer, ServiceExt};
use tower_http::{
    CompressionLevel,
    compression::{Compression, CompressionLayer},
    services::ServeDir,
};

use super::{Options, loopback};

pub(super) type Body = UnsyncBoxBody<Bytes, io::Error>;

const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const EMBEDDER: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// What is served, and how.
pub(super) struct Site {
    root: PathBuf,
    files: Compression<ServeDir>,
    options: Options,
}

impl Site {
    pub(super) fn new(root: PathBuf, options: Options) -> Self {
        let gzip = CompressionLayer::new().quality(CompressionLevel::Best);
        let files = gzip.layer(ServeDir::new(&root));
        Self {
            root,
            files,
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
        headers.remove(LAST_MODIFIED); // of use to a cache only
        headers.insert(X_CONTENT_TYPE_OPTIONS, fixed("nosniff"));
        headers.insert(RESOURCE, fixed("same-origin"));
        if self.options.isolated {
            headers.insert(OPENER, fixed("same-origin"));
            headers.insert(EMBEDDER, fixed("require-corp"));
        }
        response
    }

    async fn file(&self, request: Request<Incoming>) -> Response<Body> {
        let found = self.files.clone().oneshot(request).await;
        let (mut head, body) = found.unwrap_or_else(|never| match never {}).into_parts();
        if head.status.is_client_error() {
            head.headers.remove(CONTENT_LENGTH);
            let (page, body) = refusal(head.status).into_parts();
            head.headers.extend(page.headers);
            return Response::from_parts(head, body);
        }
        let body = body.map_err(io::Error::other).boxed_unsync();
        Response::from_parts(head, body)
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
    let body = Full::from(page).map_err(|never| match never {});
    let mut response = Response::new(body.boxed_unsync());
    *response.status_mut() = status;
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, html);
    response
}

/// The media type of what is text with its encoding named. `.d.ts` is there to be read, and no film.
fn as_text(path: &str, given: Option<&HeaderValue>) -> Option<HeaderValue> {
    let given = given?.to_str().ok()?;
    let is_typescript = Path::new(path).extension().is_some_and(|end| end == "ts");
    let text = if is_typescript { "text/plain" } else { given };
    let is_bare = text.starts_with("text/") && !text.contains(';');
    is_bare.then(|| HeaderValue::try_from(format!("{text}; charset=utf-8")).ok())?
}
