//! Work that does not depend on each other, done together where there are threads. In a wasm module there are none.

use std::ops::Range;

/// All numbers below the count, in pieces that are worth doing apart.
pub(crate) fn pieces(count: u32) -> Vec<Range<u32>> {
    const PIECE: u32 = 1 << 16;
    let starts = (0..count).step_by(PIECE as usize);
    starts
        .map(|start| start..count.min(start.saturating_add(PIECE)))
        .collect()
}

#[cfg(not(target_family = "wasm"))]
mod threads {
    use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

    /// The results of both.
    pub(crate) fn both<A: Send, B: Send>(
        a: impl FnOnce() -> A + Send,
        b: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        rayon::join(a, b)
    }

    /// The result for each, in their order.
    pub(crate) fn each<T: Sync, R: Send>(
        list: &[T],
        work: impl Fn(&T) -> R + Sync + Send,
    ) -> Vec<R> {
        list.par_iter().with_max_len(1).map(work).collect()
    }
}

#[cfg(target_family = "wasm")]
mod threads {
    pub(crate) fn both<A, B>(a: impl FnOnce() -> A, b: impl FnOnce() -> B) -> (A, B) {
        (a(), b())
    }

    pub(crate) fn each<T, R>(list: &[T], work: impl Fn(&T) -> R) -> Vec<R> {
        list.iter().map(work).collect()
    }
}

pub(crate) use threads::{both, each};

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
