//! A retaining path as a claim writes it.

use crate::Pattern;

/// An object and what keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The object.
    pub from: Pattern,
    /// Its retainers in turn.
    pub steps: Vec<Step>,
}

/// One retainer, or some that come in turn any number of times, also never.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One.
    Hop(Hop),
    /// `n × (a in B ← c in D)`.
    Repeat(Vec<Hop>),
}

/// The edge by which a retainer holds what came before, and the retainer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The edge's name: `[…]` for any index.
    pub edge: Pattern,
    /// The retainer's name.
    pub node: Pattern,
}

const ARROW: &str = " ← ";
const REPEAT: &str = "n × (";

impl Path {
    /// Reads `LeakyClass ← […] in Array ← leakClasses in Lab ← lab in Window…`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(along: &str) -> Result<Self, String> {
        let mut parts = along.split(ARROW);
        let from = parts.next().unwrap_or_default();
        if from.is_empty() {
            return Err("a path begins with an object".to_owned());
        }
        let mut steps = Vec::new();
        let mut group: Option<Vec<Hop>> = None;
        let mut depth = 0;
        for part in parts {
            let mut part = part;
            if let Some(first) = part.strip_prefix(REPEAT) {
                if group.is_some() {
                    return Err("a repetition within a repetition".to_owned());
                }
                (part, group, depth) = (first, Some(Vec::new()), 1);
            }
            let Some(hops) = &mut group else {
                steps.push(Step::Hop(hop(part)?));
                continue;
            };
            depth += balance(part);
            if depth > 0 {
                hops.push(hop(part)?);
                continue;
            }
            let last = part.strip_suffix(')').filter(|_| depth == 0);
            hops.push(hop(last.ok_or("a repetition ends with its bracket")?)?);
            steps.extend(group.take().map(Step::Repeat));
        }
        if group.is_some() {
            return Err("a repetition has no end".to_owned());
        }
        if !matches!(steps.last(), Some(Step::Hop(_))) {
            return Err("a path ends with a retainer that is there once".to_owned());
        }
        Ok(Self {
            from: Pattern::new(from),
            steps,
        })
    }
}

/// The retainer's name may have ` in ` in its edge, but not in itself.
fn hop(part: &str) -> Result<Hop, String> {
    let (edge, node) = part
        .rsplit_once(" in ")
        .filter(|(edge, node)| !edge.is_empty() && !node.is_empty())
        .ok_or_else(|| format!("`{part}` is no `edge in retainer`"))?;
    Ok(Hop {
        edge: Pattern::new(edge),
        node: Pattern::new(node),
    })
}

/// Brackets opened less those closed.
fn balance(part: &str) -> i32 {
    part.chars()
        .map(|char| match char {
            '(' => 1,
            ')' => -1,
            _ => 0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{Path, Step};

    fn shape(along: &str) -> Result<Vec<String>, String> {
        let words = |hop: &super::Hop| format!("{}|{}", hop.edge.text(), hop.node.text());
        let steps = Path::parse(along)?.steps;
        Ok(steps
            .iter()
            .map(|step| match step {
                Step::Hop(hop) => words(hop),
                Step::Repeat(hops) => format!("{:?}", hops.iter().map(words).collect::<Vec<_>>()),
            })
            .collect())
    }

    #[test]
    fn edges_and_retainers_are_told_apart() {
        let along = "V ← … / part of key (K @#) -> value (V @#) pair in WeakMap (table @#) in K ← [0] in (GC roots)";
        assert_eq!(
            shape(along).unwrap(),
            [
                "… / part of key (K @#) -> value (V @#) pair in WeakMap (table @#)|K",
                "[0]|(GC roots)",
            ]
        );
    }

    #[test]
    fn a_repetition_is_a_step_whose_last_retainer_may_have_brackets() {
        let along = "f() ← n × (f in Object ← context in f()) ← theThing in Lab";
        assert_eq!(
            shape(along).unwrap(),
            [r#"["f|Object", "context|f()"]"#, "theThing|Lab"]
        );
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for along in [
            "",
            "A",
            "A ← ",
            "A ← x of B",
            "A ←  in B",
            "A ← n × (a in B",
            "A ← n × (a in B ← n × (c in D))",
            "A ← n × (a in B) c",
            "A ← n × (a in B)",
        ] {
            assert!(Path::parse(along).is_err(), "{along:?}");
        }
    }
}
