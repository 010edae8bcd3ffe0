//! The catalogue of this module: a line each.
#![allow(
    clippy::unnecessary_wraps,
    reason = "a unit may fail: of most scenarios none does"
)]

contract::scenarios! {
    heap {
        leak_objects,
        leak_classes,
        global_object,
        closure_chain,
        array_capacity,
        allocate_classes,
        allocate_locals,
    }
    cache {
        unbounded_map,
        weak_map_entry,
        symbol_registry,
    }
    callback {
        leak_callbacks,
        window_listener,
    }
    buffer {
        leak_buffers,
    }
    text {
        sliced_string,
    }
    memory {
        leak_boxes,
        high_water,
        fragmentation,
        panic_abort,
    }
    bridge {
        dropped_struct,
    }
}
