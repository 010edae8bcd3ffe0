//! Statistics and samples.

use super::of;
use crate::twin::Statistics;

#[test]
fn what_the_heap_is_made_of() {
    let (_, figures) = of(r#"
        extra_native_bytes 1000
        @1 synthetic "" 0: 1 -> @3
        @3 synthetic "(GC roots)" 0: 1 -> @5, 2 -> @7, 3 -> @9, 4 -> @11, 5 -> @13, 6 -> @15, 7 -> @21
        @5 native Div 1
        @7 native "system / JSArrayBufferData" 2
        @9 code c 4
        @11 concatenated-string s 8
        @13 hidden Array 16
        @15 object Array 32: internal elements -> @17, internal elements -> @19
        @17 array "" 64
        @19 array "" 128
        @21 object Array 256: internal elements -> @23, weak again -> @23
        @23 array "" 512
    "#);
    let expected = Statistics {
        total: 2023.0,
        native: 1003.0,
        typed_arrays: 2.0,
        v8: 1020.0,
        code: 4.0,
        js_arrays: 32.0 + 64.0 + 256.0,
        strings: 8.0,
        system: 16.0,
    };
    assert_eq!(figures.statistics, expected);
}

#[test]
fn what_is_left_of_each_sample() {
    let (_, figures) = of(r#"
        sample 0 4
        sample 50000 4
        sample 100000 9
        @1 synthetic "" 0: 1 -> @3, 2 -> @5, 3 -> @9, 4 -> @6, 5 -> @11
        @3 object A 1
        @5 object A 2
        @9 object A 4
        @6 object A 8
        @11 object A 16
    "#);
    assert_eq!(figures.samples, [1, 0, 6]);
}
