use heap::redact::{AllowList, Names, Options};
use proptest::prelude::*;

use super::{check_same, check_texts, open, redacted};
use crate::random::{self, Limits};

pub(super) fn options() -> [Options; 4] {
    let options = |names, keep| Options { names, keep };
    [
        Options::default(),
        options(Names::Kept, AllowList::standard()),
        options(Names::Allowed, AllowList::standard()),
        options(Names::Allowed, AllowList::empty()),
    ]
}

proptest! {
    #![proptest_config(crate::random::cases(256))]

    #[test]
    fn random_graphs_keep_all_figures(
        drawing in random::drawing(Limits { huge: false, lone_surrogates: true, root_anywhere: true }),
        style in random::style(),
        chunk in 1..200_usize,
    ) {
        let bytes = drawing.to_json(&style);
        let before = open(&bytes);
        for options in options() {
            let redacted = redacted(&bytes, &options, chunk);
            check_texts(&bytes, &redacted);
            check_same(&before, &open(&redacted));
        }
    }
}
