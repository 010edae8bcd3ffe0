//! The same work on several files and on one more.

/// What `each` makes of the items, in their order, and what `own` makes.
pub(crate) fn beside<'a, T, R, O>(
    items: &'a [T],
    each: impl Fn(&'a T) -> R,
    own: impl FnOnce() -> O,
) -> (Vec<R>, O) {
    (items.iter().map(each).collect(), own())
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
