//! `cargo xtask bench [first-view] [redraw] [idle] [rates] [heap] [room] [--quick]`: figures side by side in one run, each beside its bound.

mod first_view;
mod heap;
mod idle;
mod process;
mod rates;
mod redraw;
mod room;
mod stage;
mod table;

use std::process::ExitCode;
use std::time::Duration;

const NAMES: [&str; 6] = ["first-view", "redraw", "idle", "rates", "heap", "room"];

#[tokio::main]
async fn main() -> ExitCode {
    let (options, names): (Vec<_>, Vec<_>) = std::env::args()
        .skip(1)
        .partition(|word| word.starts_with('-'));
    let unknown = names.iter().find(|name| !NAMES.contains(&name.as_str()));
    let unknown = unknown.or(options.iter().find(|option| *option != "--quick"));
    if let Some(word) = unknown {
        eprintln!(
            "there is no benchmark “{word}”: name some of {}, or none for all; --quick measures for less time",
            NAMES.join(", ")
        );
        return ExitCode::FAILURE;
    }
    let quick = !options.is_empty();
    let time = |seconds, short| Duration::from_secs(if quick { short } else { seconds });
    let stage = stage::Stage::new();
    for name in NAMES
        .iter()
        .filter(|name| names.is_empty() || names.iter().any(|asked| asked == *name))
    {
        println!("\n{name}");
        match *name {
            "first-view" => first_view::run(&stage).await,
            "redraw" => redraw::run(&stage).await,
            "idle" => idle::run(&stage, time(60, 15)).await,
            "rates" => rates::run(&stage, time(30, 10)).await,
            _ => {
                let outcome = match *name {
                    "room" => room::run(&stage, quick).await,
                    _ => heap::run(&stage, quick).await,
                };
                if let Err(reason) = outcome {
                    eprintln!("{reason}");
                    return ExitCode::FAILURE;
                }
            }
        }
    }
    match table::over() {
        0 => ExitCode::SUCCESS,
        count => {
            eprintln!("\n{count} beyond their bounds: see OVER above");
            ExitCode::FAILURE
        }
    }
}
