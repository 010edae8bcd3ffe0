//! What people read.

use expect_test::{Expect, expect};

use super::ask::{Folder, text};
use crate::draw::draw;

const PAGE: &str = r#"
    @1 synthetic "" 0: shortcut win -> @3, element 1 -> @2
    @2 synthetic "(GC roots)" 0: element 1 -> @13
    @3 object Window 1000: cache -> @5, last -> @11
    @5 object Map 40: internal table -> @7
    @7 array "" 2048: internal 0 -> @9, internal 1 -> @11
    @9 object Session 24: name -> @15
    @11 object Session 24: name -> @17
    @13 hidden "" 8
    @15 string "a long name" 32
    @17 string "a long name" 32
    sample 1000 9
    sample 250000 17
    function (root) "" 0:0:0
    function "" app.js 7:1:2
    trace 1 none (root) 0 0
    trace 2 1 "" 3 72
"#;

fn check(words: &[&str], expected: &Expect) {
    let folder = Folder::new(&["text", &words.join("-")].concat().replace(['@', '*'], ""));
    let file = folder.write("a.heaptimeline", draw(PAGE));
    let later = PAGE.replace("@11 object", "@19 object Session 24\n@11 object");
    let later = folder.write(
        "b.heaptimeline",
        draw(&later.replace("last -> @11", "last -> @11, new -> @19")),
    );
    let files: Vec<&str> = match words[0] {
        "compare" => vec![&file, &later],
        _ => vec![&file],
    };
    let words = [&words[..1], &files, &words[1..]].concat();
    expected.assert_eq(&text(&words));
}

#[test]
fn summary() {
    check(
        &["summary"],
        &expect![[r"
            3,208 bytes, 10 objects, 10 references, 5 constructors
            code 0, strings 64, arrays 0, typed arrays 0, system 8, native 0
            no root reaches 0 objects, 0 bytes

            Constructor  Count    Distance  Shallow size        Retained size
            Window           1           1         1,000  31 %          3,200  100 %
            Map              1           2         2,088  65 %          2,144   67 %
            Session          2           2            48   1 %            112    3 %
            (string)         2           3            64   2 %             64    2 %
            (system)         1  system + 2             8   0 %              8    0 %
        "]],
    );
    check(
        &["summary", "--class", "Session"],
        &expect![[r"
        2 objects

        Object  Name     Distance  Shallow size  Retained size
        @9      Session         4            24             56
        @11     Session         2            24             56
    "]],
    );
    check(
        &["summary", "--class", "(string)"],
        &expect![[r"
        2 objects

        Object  Name         Distance  Shallow size  Retained size
        @15     a long name         5            32             32
        @17     a long name         3            32             32
    "]],
    );
}

#[test]
fn comparison() {
    check(
        &["compare"],
        &expect![[r"
        3,208 bytes, then 3,232: +24; 1 constructor with differences

        Constructor  # New  # Deleted  # Delta  Alloc. size  Freed size  Size delta
        Session          1          0       +1           24           0         +24
    "]],
    );
    check(
        &["compare", "--class", "Session"],
        &expect![[r"
        1 object new, 0 deleted

           Object  Name     Shallow size  Retained size
        +  @19     Session            24             24
    "]],
    );
}

#[test]
fn one_object() {
    check(
        &["retainers", "@11"],
        &expect![[r"
            Session @11: 2 retainers

            Reference  Object  Name     Distance  Shallow size  Retained size
            .last      @3      Window          1         1,000          3,200
            {1}        @7      (array)         3             0             56

            In words:
              @3  last of Window
              @7  entry of cache of Window

            Dominators, the nearest first (2):
              Window @3
              (root) @1
        "]],
    );
    check(
        &["paths", "@11"],
        &expect![[r"
            Session @11, 56 bytes retained: kept alive

            Session @11
              ← last of Window @3

            Session @11
              ← entry of cache of Window @3

            Every other way shares a reference with these.
        "]],
    );
    check(
        &["paths", "@13"],
        &expect![[r"
            (hidden) @13, 8 bytes retained: kept alive

            (hidden) @13
              ← (GC roots) @2

            Every other way shares a reference with these.
        "]],
    );
}

#[test]
fn what_would_be_freed() {
    check(
        &["what-if", "@11"],
        &expect![[r"
            56 bytes in 2 objects would be freed

            Freed     Count  Bytes
            (string)      1     32
            Session       1     24

            Held independently by  Reference  Holders  Objects held  Freed by cutting these alone
            Window                 last             1             1  0 bytes
            Map                    […]              1             1  0 bytes

            The least to cut:
              last of Window  @3.last
              entry of cache of Window  @7{1}
        "]],
    );
    check(
        &["what-if", "@13"],
        &expect![[r"
            8 bytes in 1 object would be freed

            Freed     Count  Bytes
            (system)      1      8

            Held independently by  Reference  Holders  Objects held  Freed by cutting these alone
            (GC roots)             […]              1             1  8 bytes

            No 8 references free them all: more hold them, or V8's own roots do.
        "]],
    );
    check(
        &["what-if", "--cut", "@5{table}"],
        &expect![[r"
        56 bytes in 3 objects would be freed

        Freed     Count  Bytes
        (string)      1     32
        Session       1     24
    "]],
    );
    // Neither alone frees the second session.
    check(
        &["what-if", "@5", "--cut", "@3.last"],
        &expect![[r"
        2,200 bytes in 6 objects would be freed

        Freed     Count  Bytes
        Map           1  2,088
        (string)      2     64
        Session       2     48
    "]],
    );
    check(
        &["what-if", "--cut", "@3.cache"],
        &expect![[r"
        2,144 bytes in 4 objects would be freed

        Freed     Count  Bytes
        Map           1  2,088
        (string)      1     32
        Session       1     24
    "]],
    );
}

#[test]
fn the_rest() {
    check(
        &["strings"],
        &expect![[r"
        1 text several times; 32 bytes could be saved

        Text         Count  Shallow size  Could be saved
        a long name      2            64              32
    "]],
    );
    check(
        &["findings"],
        &expect![[r"
        Nothing that looks like a known leak.
    "]],
    );
    check(
        &["detached"],
        &expect![[r"
        No DOM node outside of a document.
    "]],
    );
    check(
        &["timeline"],
        &expect![[r"
        96 bytes allocated while it was recorded are still alive; 3,112 were there before

        Until (s)  Still alive
             0.25           96  ████████████████████████████████████████

        Function     Live total  Live count  Live size  Count  Size  Package        Place
        (anonymous)           0           0          0      3    72  (application)  app.js:1
    "]],
    );
}
