//! One heap, however it is written and however it arrives.

use heap::Reader;
use proptest::prelude::*;

use super::analyse;
use crate::{
    random::{self, Limits},
    twin,
};

proptest! {
    #![proptest_config(crate::random::cases(256))]

    #[test]
    fn the_same_heap_has_the_same_figures(
        drawing in random::drawing(Limits { huge: false, lone_surrogates: true, root_anywhere: true }),
        style in random::style(),
        sizes in prop::collection::vec(1..300_usize, 1..20),
    ) {
        let bytes = drawing.to_json(&style);
        let mut reader = Reader::new(None);
        let (mut rest, mut sizes) = (&bytes[..], sizes.iter().cycle());
        while !rest.is_empty() {
            let (chunk, behind) = rest.split_at(rest.len().min(*sizes.next().unwrap()));
            reader.feed(chunk).unwrap();
            rest = behind;
        }
        let snapshot = analyse(reader.finish().unwrap());
        let figures = twin::figures(&drawing);
        for node in snapshot.graph().nodes() {
            let at = node.0 as usize;
            prop_assert_eq!(snapshot.shallow_size(node), figures.shallow[at]);
            prop_assert_eq!(snapshot.retained_size(node), figures.retained[at] as u64);
            prop_assert_eq!(i64::from(snapshot.distance(node)), figures.distance[at]);
            prop_assert_eq!(snapshot.dominator(node).0 as usize, figures.dominator[at]);
            prop_assert_eq!(snapshot.graph().detachedness(node) as u8, figures.detachedness[at]);
            let name: Vec<u16> = heap::wtf8::utf16(snapshot.class_name(node)).collect();
            prop_assert_eq!(&name[..], figures.class_name[at].units());
        }
        prop_assert_eq!(snapshot.rows().len(), figures.rows.len());
    }
}
