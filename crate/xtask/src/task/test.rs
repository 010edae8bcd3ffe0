mod step;

use std::{env, time::Instant};

use crate::{Failure, Workspace};
use step::{Outcome, STEPS, Step};

/// Runs the steps named in `only`, or all, in their order; stops at the first that fails.
pub(crate) fn test(workspace: &Workspace, only: &[String]) -> Result<(), Failure> {
    let steps = select(only)?;
    let may_skip = !is_ci(env::var("CI").ok().as_deref());
    let began = Instant::now();
    let mut skipped = Vec::new();
    for step in &steps {
        println!("\n── {} ──", step.name);
        let start = Instant::now();
        let outcome = (step.run)(workspace);
        println!("{} took {} s", step.name, start.elapsed().as_secs());
        match outcome {
            Ok(Outcome::Passed) => {}
            Ok(Outcome::Skipped(reason)) if !may_skip => {
                return Err(Failure::new(format!(
                    "step `{}` cannot run, and nothing is skipped in CI: {reason}",
                    step.name
                )));
            }
            Ok(Outcome::Skipped(reason)) => {
                println!("SKIPPED {}: {reason}", step.name);
                skipped.push(format!("{} ({reason})", step.name));
            }
            Err(failure) => {
                return Err(Failure::new(format!(
                    "step `{}` failed: {failure}",
                    step.name
                )));
            }
        }
    }
    let passed = steps.len() - skipped.len();
    println!(
        "\n{passed} of {} steps passed in {} s",
        steps.len(),
        began.elapsed().as_secs()
    );
    if !skipped.is_empty() {
        println!("SKIPPED: {}", skipped.join(", "));
    }
    Ok(())
}

/// Whether `CI` has a value that says so: runners set `true`, some people `1`.
fn is_ci(value: Option<&str>) -> bool {
    !matches!(value, None | Some("" | "0" | "false"))
}

fn select(only: &[String]) -> Result<Vec<&'static Step>, Failure> {
    if let Some(unknown) = only
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != **name))
    {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        return Err(Failure::new(format!(
            "there is no step `{unknown}`: the steps are {}",
            names.join(", ")
        )));
    }
    let is_named = |step: &Step| only.is_empty() || only.iter().any(|name| name == step.name);
    let needs_site = STEPS.iter().any(|step| step.needs_site && is_named(step));
    let is_needed = |step: &&Step| is_named(step) || (needs_site && step.name == step::SITE);
    Ok(STEPS.iter().filter(is_needed).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(only: &[&str]) -> Result<Vec<&'static str>, String> {
        let only: Vec<_> = only.iter().map(ToString::to_string).collect();
        let steps = select(&only).map_err(|failure| failure.to_string())?;
        Ok(steps.iter().map(|step| step.name).collect())
    }

    #[test]
    fn steps_run_in_their_order_and_bring_the_site_they_need() {
        let all = [
            "format",
            "javascript",
            "clippy",
            "clippy-wasm",
            "native",
            "wasm",
            "site",
            "size",
            "types",
            "node",
            "browser",
        ];
        assert_eq!(selected(&[]).unwrap(), all);
        assert_eq!(
            selected(&["native", "format"]).unwrap(),
            ["format", "native"]
        );
        assert_eq!(selected(&["types"]).unwrap(), ["site", "types"]);
    }

    #[test]
    fn a_runner_says_that_it_is_one() {
        assert!(is_ci(Some("true")) && is_ci(Some("1")));
        assert!(!is_ci(None) && !is_ci(Some("")) && !is_ci(Some("false")));
    }

    #[test]
    fn an_unknown_step_is_named_with_those_there_are() {
        let message = selected(&["lint"]).unwrap_err();
        assert!(
            message.contains("`lint`") && message.contains("clippy-wasm"),
            "{message}"
        );
    }
}
