//! Damaged heap files for the engine: what is done with one, and where they come from.
#![forbid(unsafe_code)]

pub mod answers;
pub mod chance;
pub mod mutate;
pub mod seeds;
pub mod target;

use chance::Chance;

/// One damaged file, from its seed alone, and the name of the target it is for.
pub fn damaged(seed: u64) -> (&'static str, Vec<u8>) {
    let mut chance = Chance::new(seed);
    let (profile, mut bytes) = seeds::pick(&mut chance);
    let target = match (profile, chance.below(6)) {
        (_, 0) => "any",
        (true, _) => "profile",
        (false, at) => ["snapshot", "chunked", "snapshot", "redact", "redact"][at - 1],
    };
    if target == "any" && chance.below(4) > 0 {
        bytes = mutate::packed(&bytes, &mut chance);
    }
    for _ in 0..=chance.below(3) {
        mutate::damage(&mut bytes, &mut chance);
    }
    (target, bytes)
}

/// Runs one damaged file; panics if the engine does.
pub fn run(seed: u64) {
    let (name, bytes) = damaged(seed);
    target::by_name(name)(&bytes);
}
