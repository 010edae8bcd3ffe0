use std::path::Path;

const UNKNOWN: &str = "application/octet-stream";

/// The media type of a file, by its extension.
pub(super) fn of(path: &Path) -> &'static str {
    let Some(extension) = path.extension().and_then(|extension| extension.to_str()) else {
        return UNKNOWN;
    };
    match extension.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        // `.d.ts` and Rust sources are there to be read.
        "txt" | "md" | "ts" | "rs" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => UNKNOWN,
    }
}

/// Whether gzip makes such a file smaller.
pub(super) fn is_compressible(mime: &str) -> bool {
    mime.starts_with("text/")
        || mime.ends_with("json")
        || matches!(mime, "application/wasm" | "image/svg+xml" | "image/x-icon")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_file_of_the_site_has_its_type() {
        for (name, mime) in [
            ("index.html", "text/html; charset=utf-8"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.mjs", "text/javascript; charset=utf-8"),
            ("a.CSS", "text/css; charset=utf-8"),
            ("lab_bg.wasm", "application/wasm"),
            ("checked.json", "application/json"),
            ("icon.svg", "image/svg+xml"),
            ("icon.png", "image/png"),
            ("site.webmanifest", "application/manifest+json"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("lab.d.ts", "text/plain; charset=utf-8"),
            ("LICENSE", UNKNOWN),
            (".nojekyll", UNKNOWN),
        ] {
            assert_eq!(of(Path::new(name)), mime, "{name}");
        }
    }

    #[test]
    fn pictures_and_fonts_are_compressed_already() {
        assert!(is_compressible("application/wasm"));
        assert!(is_compressible("application/manifest+json"));
        assert!(!is_compressible("image/png"));
        assert!(!is_compressible("font/woff2"));
    }
}
