//! Texts made of texts made of texts.

use std::{fmt::Write, thread};

use heap::redact::Options;

use super::{check_same, check_texts, open, redacted};
use crate::draw::draw;

const LEVELS: usize = 200;
/// Too little for a call a level.
const STACK: usize = 64 << 10;

/// Names of entries of a `WeakMap` whose value is an entry of a `WeakMap` …, the outermost first. Between two of them stands
/// `Detached `, where that is asked for.
fn entries(between: &str) -> Vec<String> {
    let mut name = "Innermost".to_owned();
    let mut names = Vec::new();
    for _ in 0..LEVELS {
        name = format!(
            "1 / part of key (a @1) -> value ({between}{name} @2) pair in WeakMap (table @3)"
        );
        names.push(name.clone());
    }
    names.reverse();
    names
}

#[test]
fn nesting_takes_no_stack() {
    for between in ["Detached ", "", "Detached Detached "] {
        let mut picture = String::from("@1 synthetic \"\" 0: 1 -> @3\n");
        let mut id = 3;
        for name in entries(between) {
            let _ = writeln!(picture, "@{id} native \"{name}\" 16: 1 -> @{}", id + 2);
            let _ = writeln!(
                picture,
                "@{} native \"Detached {name}\" 16: 1 -> @{}",
                id + 2,
                id + 4
            );
            id += 4;
        }
        let _ = writeln!(picture, "@{id} object Innermost 16");
        let bytes = draw(&picture);
        let redact = || redacted(&bytes, &Options::default(), 1 << 20);
        // In a module a thread's stack is not for us to say; that of the only one is 1 MB.
        let made = if cfg!(target_family = "wasm") {
            redact()
        } else {
            thread::scope(|scope| {
                let thread = thread::Builder::new().stack_size(STACK);
                thread.spawn_scoped(scope, redact).unwrap().join().unwrap()
            })
        };
        check_texts(&bytes, &made);
        check_same(&open(&bytes), &open(&made));
    }
}
