//! Work whose parts do not depend on each other, for whoever has threads to do them together. The engine itself has none.

use std::ops::Range;

/// Who does the parts of a piece of work.
pub trait Hands: Sync {
    /// Does each of the jobs once, in any order, several at a time or not. Jobs ask for hands, too.
    fn run(&self, jobs: &mut [&mut (dyn FnMut() + Send)]);
}

/// One after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Hands for Alone {
    fn run(&self, jobs: &mut [&mut (dyn FnMut() + Send)]) {
        for job in jobs {
            job();
        }
    }
}

/// The result for each, in their order. What no hand did is done here.
pub(crate) fn each<T: Sync, R: Send>(
    hands: &dyn Hands,
    list: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let work = &work;
    let mut results: Vec<Option<R>> = list.iter().map(|_| None).collect();
    let slots = list.iter().zip(&mut results);
    let mut jobs: Vec<_> = slots
        .map(|(item, result)| move || *result = Some(work(item)))
        .collect();
    let mut jobs: Vec<&mut (dyn FnMut() + Send)> = jobs.iter_mut().map(|job| job as _).collect();
    hands.run(&mut jobs);
    let results = list.iter().zip(results);
    results
        .map(|(item, result)| result.unwrap_or_else(|| work(item)))
        .collect()
}

/// The results of both. What no hand did is done here.
pub(crate) fn both<A: Send, B: Send>(
    hands: &dyn Hands,
    a: impl Fn() -> A + Sync,
    b: impl Fn() -> B + Sync,
) -> (A, B) {
    let (mut first, mut second) = (None, None);
    let mut jobs = (|| first = Some(a()), || second = Some(b()));
    hands.run(&mut [&mut jobs.0, &mut jobs.1]);
    (first.unwrap_or_else(a), second.unwrap_or_else(b))
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
    use super::{Alone, Hands, both, each, pieces};

    /// The last first, and the first not at all.
    struct Backwards;

    impl Hands for Backwards {
        fn run(&self, jobs: &mut [&mut (dyn FnMut() + Send)]) {
            for job in jobs.iter_mut().skip(1).rev() {
                job();
            }
        }
    }

    #[test]
    fn pieces_have_every_number_once_and_results_keep_their_order() {
        let all: [&dyn Hands; 2] = [&Alone, &Backwards];
        for hands in all {
            for count in [0, 1, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 200_000] {
                let lists = each(hands, &pieces(count), |piece| {
                    piece.clone().collect::<Vec<u32>>()
                });
                assert!(lists.into_iter().flatten().eq(0..count), "{count}");
            }
            assert_eq!(both(hands, || 1, || "b"), (1, "b"));
        }
        assert!(pieces(200_000).len() > 1);
    }
}
