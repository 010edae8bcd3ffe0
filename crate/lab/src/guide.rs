//! The `DevTools` steps of a scenario, in words made from its claims.

use crate::claim::{Amount, Claim, path_words};
use crate::meter::{Meter, Unit};
use crate::scenario::{Kind, Scenario};
use serde::Serialize;

/// One step for the visitor. In `text`, `` `code` `` is to be typed or read literally and `*words*` are `DevTools`' own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What to do, or what will be seen.
    pub text: String,
    /// What a button beside the step does on this page.
    pub action: Option<Action>,
}

/// What the page can do for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Action {
    /// Make exactly so many units.
    Step {
        /// How many.
        units: u32,
    },
    /// Drop everything the scenario keeps, then collect.
    LetGo,
}

/// The steps for a variant of a scenario.
pub fn steps(scenario: &Scenario, fixed: bool) -> Vec<Step> {
    let units = scenario.guide_units;
    let mut steps = vec![
        say("Open DevTools (F12), choose the *Memory* tab, and dock it beside or below this page."),
        say("Choose *Heap snapshot* and press *Take snapshot*: this is Snapshot 1."),
        Step {
            text: format!(
                "Make exactly {} here ({} each).",
                count(units, "unit"),
                scenario.unit
            ),
            action: Some(Action::Step { units }),
        },
        say(
            "Take a second snapshot, choose *Comparison* in the drop-down above the table, and compare with Snapshot 1.",
        ),
    ];
    let claims = scenario.claims(fixed);
    steps.extend(claims.iter().filter_map(|claim| row_step(claim, units)));
    steps.extend(claims.iter().filter_map(path_step));
    if scenario.kind == Kind::Control {
        steps.push(say(
            "A snapshot collects garbage first: whatever is dead by then is in none of its rows.",
        ));
    } else if !fixed {
        steps.push(Step {
            text: "Now let go, take a third snapshot and compare it with Snapshot 1: what the page kept is gone.".into(),
            action: Some(Action::LetGo),
        });
    }
    steps
}

/// What the meters of this page do meanwhile, one sentence each.
pub fn meter_words(claims: &[Claim], units: u32) -> Vec<String> {
    claims
        .iter()
        .filter_map(|claim| meter_sentence(claim, units))
        .collect()
}

fn say(text: &str) -> Step {
    Step {
        text: text.into(),
        action: None,
    }
}

fn row_step(claim: &Claim, units: u32) -> Option<Step> {
    let Claim::Row {
        constructor,
        filter,
        column,
        amount,
    } = *claim
    else {
        return None;
    };
    let reads = match amount {
        Amount::SameAs { meter } => {
            format!(
                "as many bytes as *{}* grew on this page",
                meter.definition().title
            )
        }
        Amount::About { .. } => format!("about {}", signed(amount.after(units)?)),
        Amount::AtLeast { .. } => format!("at least {}", signed(amount.after(units)?)),
        _ if amount.after(units)? == 0 => "0, or the row is not there at all".to_owned(),
        _ => signed(amount.after(units)?),
    };
    let heading = column.heading();
    Some(say(&format!(
        "Type `{filter}` in *Filter by class*. In the row `{constructor}`, *{heading}* reads **{reads}**."
    )))
}

fn path_step(claim: &Claim) -> Option<Step> {
    let Claim::Path { from, hops } = *claim else {
        return None;
    };
    let path = path_words(from, hops);
    let open = if from.starts_with(char::is_uppercase) || from.starts_with('{') {
        format!("Open the row `{from}`, select one of its objects")
    } else {
        format!("Follow it to the function `{from}()`")
    };
    Some(say(&format!(
        "{open} and read *Retainers* below, from the object to its root: `{path}`."
    )))
}

fn meter_sentence(claim: &Claim, units: u32) -> Option<String> {
    let Claim::Meter { meter, amount } = *claim else {
        return None;
    };
    let title = meter.definition().title;
    let size = |value: i64| amount_words(meter, value);
    Some(match amount {
        Amount::Still => format!("{title}: does not move"),
        Amount::AtLeast { total } => {
            format!("{title}: up by at least {}, and stays there", size(total))
        }
        Amount::Once { total } => format!("{title}: up by {}, once", size(total)),
        Amount::PerUnit { .. } => format!("{title}: up by {}", size(amount.after(units)?)),
        Amount::About { .. } => format!("{title}: up by about {}", size(amount.after(units)?)),
        Amount::SameAs { meter } => format!("{title}: as much as {}", meter.definition().title),
    })
}

fn amount_words(meter: Meter, value: i64) -> String {
    match meter.definition().unit {
        Unit::Bytes => bytes(value),
        Unit::Count => grouped(value),
    }
}

/// Bytes as `DevTools` prints them: kB and MB of 1,000, one decimal.
pub fn bytes(value: i64) -> String {
    let magnitude = value.abs() as f64;
    match magnitude {
        m if m >= 1e6 => format!("{:.1} MB", value as f64 / 1e6),
        m if m >= 1e3 => format!("{:.1} kB", value as f64 / 1e3),
        _ => format!("{value} B"),
    }
}

fn count(units: u32, noun: &str) -> String {
    let plural = if units == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(i64::from(units)))
}

fn signed(value: i64) -> String {
    if value > 0 {
        format!("+{}", grouped(value))
    } else {
        grouped(value)
    }
}

fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut words = String::from(if value < 0 { "−" } else { "" });
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{bytes, grouped, meter_words, steps};
    use crate::scenario::SCENARIOS;

    fn words(slug: &str, fixed: bool) -> String {
        let scenario = SCENARIOS
            .iter()
            .find(|scenario| scenario.slug == slug)
            .unwrap();
        let steps = steps(scenario, fixed);
        steps
            .iter()
            .map(|step| step.text.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn a_leak_is_read_off_the_comparison_and_followed_to_its_root() {
        let words = words("leak-classes", false);
        assert!(
            words.contains("In the row `LeakyClass`, *# Delta* reads **+1,000**"),
            "{words}"
        );
        assert!(
            words.contains("`LeakyClass ← […] in Array ← leakClasses in Lab ← lab in Window…`"),
            "{words}"
        );
    }

    #[test]
    fn a_cure_is_read_off_the_same_row() {
        assert!(
            words("leak-classes", true).contains("reads **0, or the row is not there at all**")
        );
    }

    #[test]
    fn meters_are_said_to_move_or_not() {
        let boxes = SCENARIOS
            .iter()
            .find(|scenario| scenario.slug == "leak-boxes")
            .unwrap();
        let words = meter_words(boxes.leaky, 100);
        assert!(
            words.contains(&"wasm live: up by about 10.0 MB".to_owned()),
            "{words:?}"
        );
        assert!(
            words.contains(&"JS heap used: does not move".to_owned()),
            "{words:?}"
        );
    }

    #[test]
    fn numbers_are_grouped_and_sized() {
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(grouped(-100), "−100");
        assert_eq!(bytes(40_048), "40.0 kB");
        assert_eq!(bytes(12), "12 B");
    }
}
