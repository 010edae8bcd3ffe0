//! Constructors that grow by the same number of objects at every step.

use rustc_hash::FxHashMap;

use super::{files::Files, place::Places, steps::Steps};
use crate::{ClassGrowth, Series, compare::growing_classes, format, wtf8};

/// So many names are told.
const MOST: usize = 8;
/// Characters of a name.
const NAME: usize = 40;

/// Constructors with the same even step.
pub(super) struct EvenClasses {
    /// Objects more at each step.
    pub(super) steps: Vec<u64>,
    /// The most bytes gained first.
    pub(super) names: Vec<String>,
    /// The number of the first in the last snapshot.
    pub(super) class: Option<u32>,
    pub(super) sizes: Vec<u64>,
    pub(super) counts: Vec<u64>,
}

impl EvenClasses {
    /// `17 each step`
    pub(super) fn by(&self) -> String {
        let steps = self.steps.iter().map(|&step| format::number(step));
        let steps: Vec<String> = steps.collect();
        match &steps[..] {
            [first, more @ ..] if more.iter().all(|step| step == first) => {
                format!("{first} each step")
            }
            _ => steps.join(", then "),
        }
    }

    /// `ReplaySubject, OperatorSubscriber, …`
    pub(super) fn text(&self) -> String {
        let shown = self.names.len().min(MOST);
        let more = if shown < self.names.len() {
            ", …"
        } else {
            ""
        };
        self.names[..shown].join(", ") + more
    }
}

/// The constructors of a series as they should be read: those that grow evenly first, V8's own and the browser's last.
pub fn even_first(series: &Series, actions: Option<u64>) -> Vec<&ClassGrowth> {
    let mut classes: Vec<&ClassGrowth> = series.classes().iter().collect();
    classes.sort_by_cached_key(|class| {
        let is_even = is_even(&steps_of(class), actions);
        (!is_of_script(&class.name), !is_even)
    });
    classes
}

/// The largest family of such constructors, without those of which new objects only fill places of older ones, or are made by
/// V8 or the browser of their own accord.
pub(super) fn even_classes(files: &Files) -> Option<EvenClasses> {
    let growing = growing_classes(files.hands, files.snapshots);
    let is_even = |class: &&ClassGrowth| {
        is_of_script(&class.name) && is_even(&steps_of(class), files.actions)
    };
    let classes: Vec<&ClassGrowth> = growing.iter().filter(is_even).collect();
    let numbers: FxHashMap<&[u8], u32> = files
        .last()
        .snapshot
        .rows()
        .iter()
        .map(|row| (row.key.as_slice(), row.class))
        .collect();
    let number = |class: &ClassGrowth| numbers.get(class.key.as_slice()).copied();
    let wanted = classes.iter().filter_map(|&class| number(class)).collect();
    let not_growing = Places::new(files).not_growing(&wanted);
    let mut families: Vec<(Vec<u64>, Vec<&ClassGrowth>)> = Vec::new();
    for class in classes {
        if number(class).is_some_and(|number| not_growing.contains(&number)) {
            continue;
        }
        let step: Vec<u64> = steps_of(class).differences().collect();
        match families.iter_mut().find(|(of, _)| *of == step) {
            Some((_, classes)) => classes.push(class),
            None => families.push((step, vec![class])),
        }
    }
    let (steps, classes) = families
        .into_iter()
        .max_by_key(|(steps, classes)| (classes.len(), steps.first().copied()))?;
    let sum = |values: &dyn Fn(&ClassGrowth, usize) -> u64| {
        (0..files.snapshots.len())
            .map(|file| {
                classes
                    .iter()
                    .fold(0_u64, |sum, class| sum.saturating_add(values(class, file)))
            })
            .collect()
    };
    Some(EvenClasses {
        steps,
        class: number(classes[0]),
        names: classes
            .iter()
            .map(|class| short(&wtf8::lossy(&class.name)))
            .collect(),
        sizes: sum(&|class, file| class.sizes[file]),
        counts: sum(&|class, file| class.counts[file].into()),
    })
}

fn steps_of(class: &ClassGrowth) -> Steps {
    Steps::objects(class.counts.iter().copied().map(u64::from).collect())
}

fn is_even(steps: &Steps, actions: Option<u64>) -> bool {
    steps.grows() && steps.is_even(actions)
}

fn short(name: &str) -> String {
    match name.char_indices().nth(NAME) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// V8's own rows and Blink's grow with everything.
fn is_of_script(name: &[u8]) -> bool {
    !(name.starts_with(b"(")
        || name.starts_with(b"system / ")
        || name.starts_with(b"blink::")
        || name.starts_with(b"Detached blink::"))
}
