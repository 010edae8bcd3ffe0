use std::{
    collections::HashMap,
    io::{self, Write},
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
};

use flate2::{Compression, write::GzEncoder};
use hyper::{
    HeaderMap,
    body::Bytes,
    header::{ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE},
};
use tokio::task::spawn_blocking;

/// What is larger goes out as it is read, uncompressed: no file of the site is.
const LARGEST: u64 = 16 << 20;
/// So many bytes of plain files are remembered, before all are forgotten: a site, many times over.
const REMEMBERED: usize = 64 << 20;

/// Files compressed as well as can be, which takes long, and therefore once for all servers of a process: by what is in
/// them, as a site may be replaced at any time.
static KNOWN: LazyLock<Mutex<HashMap<Bytes, Bytes>>> = LazyLock::new(Mutex::default);

/// The file compressed; `None` where that makes it no smaller.
pub(super) async fn pack(plain: &Bytes) -> Option<Bytes> {
    if let Some(packed) = known().get(plain) {
        return Some(packed.clone());
    }
    let file = plain.clone();
    let packed = spawn_blocking(move || gzip(&file)).await.ok()?.ok()?;
    let packed = Bytes::from(packed);
    if packed.len() >= plain.len() {
        return None;
    }
    let mut known = known();
    if known.keys().map(Bytes::len).sum::<usize>() + plain.len() > REMEMBERED {
        known.clear();
    }
    known.insert(plain.clone(), packed.clone());
    Some(packed)
}

fn known() -> MutexGuard<'static, HashMap<Bytes, Bytes>> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a client takes gzip.
pub(super) fn is_taken(request: &HeaderMap) -> bool {
    let codings = request.get_all(ACCEPT_ENCODING).into_iter();
    let mut codings = codings.filter_map(|value| value.to_str().ok());
    codings.any(|codings| codings.split(',').any(is_gzip))
}

fn is_gzip(coding: &str) -> bool {
    let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
    let weight = weight.trim().strip_prefix("q=").map(str::parse::<f32>);
    name.trim().eq_ignore_ascii_case("gzip")
        && weight.is_some_and(|weight| weight.is_ok_and(|weight| weight > 0.0))
}

/// Whether a file is worth it: not what is compressed already.
pub(super) fn is_worthwhile(answer: &HeaderMap) -> bool {
    let text = |name| answer.get(name).and_then(|value| value.to_str().ok());
    let size = text(CONTENT_LENGTH).and_then(|size| size.parse().ok());
    let is_picture = text(CONTENT_TYPE)
        .is_some_and(|kind| kind.starts_with("image/") && kind != "image/svg+xml");
    size.is_some_and(|size: u64| size <= LARGEST) && !is_picture
}

fn gzip(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain)?;
    encoder.finish()
}
