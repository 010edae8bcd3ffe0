use std::io::{self, Write};

use flate2::{Compression, write::GzEncoder};

/// Whether an `Accept-Encoding` value allows gzip (RFC 9110, 12.5.3): named with a weight over zero, or by `*`.
pub(super) fn allows_gzip(accept_encoding: &str) -> bool {
    let mut any = false;
    for item in accept_encoding.split(',') {
        let (name, parameters) = item.split_once(';').unwrap_or((item, ""));
        let allowed = weight(parameters) > 0.0;
        match name.trim().to_ascii_lowercase().as_str() {
            "gzip" | "x-gzip" => return allowed,
            "*" => any = allowed,
            _ => {}
        }
    }
    any
}

fn weight(parameters: &str) -> f32 {
    let value = parameters
        .trim()
        .strip_prefix("q=")
        .or(parameters.trim().strip_prefix("Q="));
    value.map_or(1.0, |value| value.trim().parse().unwrap_or(0.0))
}

pub(super) fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_negotiated_by_name_star_and_weight() {
        for yes in [
            "gzip",
            "gzip, deflate, br, zstd",
            "br;q=1.0, GZIP;q=0.5",
            "*",
            "x-gzip",
        ] {
            assert!(allows_gzip(yes), "{yes}");
        }
        for no in [
            "",
            "identity",
            "br",
            "gzip;q=0",
            "gzip; q=0.000",
            "*;q=0",
            "gzip;q=0, *",
            "gzip;q=x",
            "gzipped",
        ] {
            assert!(!allows_gzip(no), "{no}");
        }
    }
}
