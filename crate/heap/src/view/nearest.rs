//! Names that were perhaps meant.

use std::borrow::Cow;

use crate::{Code, Error, Snapshot, wtf8};

/// So many are offered.
const MOST: usize = 3;

/// Of 0 to 1: from here on two names are alike.
const ALIKE: f64 = 0.55;

impl Snapshot {
    /// What to say of a name that no class has: ``no constructor `ECharts`; there is `ECharts2` ``.
    pub fn no_class(&self, name: &str) -> Error {
        let nearest = self.nearest_classes(name);
        let nearest: Vec<String> = nearest.iter().map(|name| format!("`{name}`")).collect();
        let offer = match &nearest[..] {
            [] => String::new(),
            [one] => format!("; there is {one}"),
            several => format!("; there are {}", several.join(", ")),
        };
        Error::new(Code::NoSuchClass, format!("no constructor `{name}`{offer}"))
    }

    /// Names of classes that read like this one, the nearest first.
    pub fn nearest_classes(&self, name: &str) -> Vec<Cow<'_, str>> {
        let wanted = name.to_lowercase();
        let rows = self.rows().iter().map(|row| wtf8::lossy(&row.name));
        let scored = rows.map(|name| (alike(&wanted, &name.to_lowercase()), name));
        let mut near: Vec<(f64, Cow<'_, str>)> =
            scored.filter(|(score, _)| *score >= ALIKE).collect();
        near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        near.dedup_by(|(_, a), (_, b)| a == b);
        near.truncate(MOST);
        near.into_iter().map(|(_, name)| name).collect()
    }
}

/// A bundler appends a number, a person leaves something out: a name within the other is as near as it is long.
fn alike(wanted: &str, name: &str) -> f64 {
    let [short, long] = if wanted.len() < name.len() {
        [wanted, name]
    } else {
        [name, wanted]
    };
    if short.len() > 2 && long.contains(short) {
        let share = short.len() as f64 / long.len() as f64;
        return ALIKE + (1.0 - ALIKE) * share;
    }
    shared_pairs(wanted, name)
}

/// Sørensen and Dice: the pairs of neighbouring letters that both have, of all that they have.
fn shared_pairs(a: &str, b: &str) -> f64 {
    let pairs = |text: &str| {
        let letters: Vec<char> = text.chars().collect();
        let mut pairs: Vec<[char; 2]> = letters.windows(2).map(|pair| [pair[0], pair[1]]).collect();
        pairs.sort_unstable();
        pairs
    };
    let (first, second) = (pairs(a), pairs(b));
    let (mut shared, mut rest) = (0_u32, second.iter().peekable());
    for pair in &first {
        while rest.next_if(|other| *other < pair).is_some() {}
        shared += u32::from(rest.next_if_eq(&pair).is_some());
    }
    2.0 * f64::from(shared) / (first.len() + second.len()).max(1) as f64
}
