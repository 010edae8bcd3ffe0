//! Real files of Node and Chromium.

use super::{figures, fixture};

#[test]
fn every_figure_of_every_node_and_class_is_devtools() {
    for name in fixture::SNAPSHOTS {
        let snapshot = fixture::open(&fixture::bytes(name));
        figures::check(&snapshot, &fixture::oracle(name), name);
    }
}
