//! The catalogue of this module: a line each.

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
