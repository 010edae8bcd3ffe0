//! The catalogue of this module: a line each.
#![allow(
    clippy::unnecessary_wraps,
    reason = "a unit may fail: of most scenarios none does"
)]

mod page;

contract::scenarios! {
    dom {
        attached_growth,
        element_cycle,
    }
    frame {
        removed_frame,
        worker_kept,
    }
    buffer {
        blob_url,
        webgl_context,
    }
}
