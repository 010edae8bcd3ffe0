use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Lets a fixed number in at once; who comes when it is full waits.
#[derive(Debug)]
pub(super) struct Gate {
    places: Mutex<Places>,
    changed: Condvar,
}

#[derive(Debug)]
struct Places {
    free: usize,
    closed: bool,
}

impl Gate {
    pub(super) fn new(places: usize) -> Self {
        Self {
            places: Mutex::new(Places {
                free: places,
                closed: false,
            }),
            changed: Condvar::new(),
        }
    }

    /// Waits for a place; `None` once the gate is closed.
    pub(super) fn enter(gate: &Arc<Self>) -> Option<Pass> {
        let mut places = gate
            .changed
            .wait_while(gate.lock(), |places| places.free == 0 && !places.closed)
            .unwrap_or_else(PoisonError::into_inner);
        if places.closed {
            return None;
        }
        places.free -= 1;
        Some(Pass(Arc::clone(gate)))
    }

    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One place, given back when dropped.
pub(super) struct Pass(Arc<Gate>);

impl Drop for Pass {
    fn drop(&mut self) {
        self.0.lock().free += 1;
        self.0.changed.notify_all();
    }
}
