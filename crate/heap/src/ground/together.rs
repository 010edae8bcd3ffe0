//! Work whose parts do not depend on each other, done by several threads as far as processors are free. A wasm module has one.

use std::{
    ops::Range,
    sync::{
        LazyLock, Mutex, PoisonError,
        atomic::{AtomicIsize, AtomicUsize, Ordering},
    },
    thread::{self, Builder},
};

/// Processors that do nothing for this process: so many threads may be begun, also by work within work.
static FREE: LazyLock<AtomicIsize> = LazyLock::new(|| {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    AtomicIsize::new(processors as isize - 1)
});

/// A processor that works.
struct Busy;

impl Busy {
    /// One that is free, if there is any.
    fn take() -> Option<Self> {
        let less = |free: isize| (free > 0).then_some(free - 1);
        let taken = FREE.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
        taken.is_ok().then_some(Self)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        FREE.fetch_add(1, Ordering::Relaxed);
    }
}

/// A thread that waits for others, whose processor may be taken until then.
struct Waiting;

impl Waiting {
    fn begin() -> Self {
        FREE.fetch_add(1, Ordering::Relaxed);
        Self
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        FREE.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The results of both.
pub(crate) fn both<A: Send, B: Send>(
    a: impl FnOnce() -> A + Send,
    b: impl FnOnce() -> B + Send,
) -> (A, B) {
    let (first, second) = (Mutex::new(Some(a)), Mutex::new(Some(b)));
    let work = |&at: &usize| match at {
        0 => (once(&first), None),
        _ => (None, once(&second)),
    };
    let mut results = each(&[0, 1], work).into_iter();
    match (results.next(), results.next()) {
        (Some((Some(a), _)), Some((_, Some(b)))) => (a, b),
        _ => unreachable!("each is asked for once"),
    }
}

fn once<R>(work: &Mutex<Option<impl FnOnce() -> R>>) -> Option<R> {
    let work = work.lock().unwrap_or_else(PoisonError::into_inner).take();
    work.map(|work| work())
}

/// The result for each, in their order.
pub(crate) fn each<T: Sync, R: Send>(list: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(list.len()));
    let go_on = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let Some(item) = list.get(at) else {
            return false;
        };
        let result = work(item);
        done.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((at, result));
        true
    };
    let waiting = thread::scope(|scope| {
        loop {
            let is_more = next.load(Ordering::Relaxed) + 1 < list.len();
            if is_more && let Some(busy) = Busy::take() {
                let help = move || {
                    let _busy = busy;
                    while go_on() {}
                };
                // Without it the work is done here.
                drop(Builder::new().spawn_scoped(scope, help));
            }
            if !go_on() {
                break Waiting::begin();
            }
        }
    });
    drop(waiting);
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// All numbers below the count, in pieces that are worth doing apart.
pub(crate) fn pieces(count: u32) -> Vec<Range<u32>> {
    const PIECE: u32 = 1 << 16;
    let starts = (0..count).step_by(PIECE as usize);
    starts
        .map(|start| start..count.min(start.saturating_add(PIECE)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{both, each, pieces};

    #[test]
    fn pieces_have_every_number_once_and_results_keep_their_order() {
        for count in [0, 1, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 200_000] {
            let lists = each(&pieces(count), |piece| piece.clone().collect::<Vec<u32>>());
            let numbers = lists.into_iter().flatten();
            assert!(numbers.eq(0..count), "{count}");
        }
        assert!(pieces(200_000).len() > 1);
        assert_eq!(both(|| 1, || "b"), (1, "b"));
    }
}
