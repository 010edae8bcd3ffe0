//! Bounds that are written down once, in `size.json`.

use serde_json::Value;

/// The most that the first view may take on the wire, in bytes, heads and all.
///
/// # Panics
/// If the file does not say.
pub fn first_view_bound() -> u64 {
    let sizes: Value =
        serde_json::from_str(include_str!("../size.json")).expect("size.json is JSON");
    sizes["first-view"].as_u64().expect("a bound")
}
