//! The same work on several files, side by side where there are threads.

/// What `each` makes of the items, in their order, and what `own` makes meanwhile.
pub(crate) fn beside<'a, T: Sync, R: Send, O>(
    items: &'a [T],
    each: impl Fn(&'a T) -> R + Sync,
    own: impl FnOnce() -> O,
) -> (Vec<R>, O) {
    #[cfg(target_family = "wasm")]
    return (items.iter().map(each).collect(), own());
    #[cfg(not(target_family = "wasm"))]
    {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let share = items.len().div_ceil(threads).max(1);
        let each = &each;
        std::thread::scope(|scope| {
            let work = |items: &'a [T]| scope.spawn(move || items.iter().map(each).collect());
            let threads: Vec<_> = items.chunks(share).map(work).collect();
            let own = own();
            let made = threads.into_iter().flat_map(|thread| {
                let made: Vec<R> = thread
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                made
            });
            (made.collect(), own)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn answers_are_in_the_order_of_the_items() {
        for count in [0, 1, 2, 7, 100] {
            let items: Vec<u32> = (0..count).collect();
            let (doubled, own) = beside(&items, |item| item * 2, || count);
            assert_eq!(
                doubled,
                items.iter().map(|item| item * 2).collect::<Vec<_>>()
            );
            assert_eq!(own, count);
        }
    }
}
