//! The command line, parsed into what was asked for.

use std::path::PathBuf;

use lexopt::prelude::*;
use xtask::Failure;

mod help;

#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help(&'static str),
    Build,
    Serve(Serve),
    Test { only: Vec<String> },
    Verify,
    Shots { names: Vec<String> },
    Size { accept: bool },
    Bench { names: Vec<String> },
    Field(Field),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Serve {
    pub(crate) port: u16,
    pub(crate) open: bool,
    pub(crate) watch: bool,
    pub(crate) isolated: bool,
}

impl Default for Serve {
    fn default() -> Self {
        Self {
            port: 8000,
            open: false,
            watch: false,
            isolated: true,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Field {
    pub(crate) names: Vec<String>,
    pub(crate) programs: bool,
    pub(crate) leaks: bool,
    pub(crate) again: bool,
    pub(crate) keep: Option<PathBuf>,
}

pub(crate) fn parse(mut arguments: lexopt::Parser) -> Result<Command, Failure> {
    let first = arguments.next().map_err(|error| wrong(&error, ""))?;
    let name = match first {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help(help::ALL)),
        Some(Value(name)) => name.to_string_lossy().into_owned(),
        Some(other) => return Err(wrong(&other.unexpected(), "")),
    };
    let (parse, help): (fn(&mut lexopt::Parser) -> Parsed, _) = match name.as_str() {
        "build" => (build, help::BUILD),
        "serve" => (serve, help::SERVE),
        "test" => (test, help::TEST),
        "verify" => (verify, help::VERIFY),
        "shots" => (shots, help::SHOTS),
        "size" => (size, help::SIZE),
        "bench" => (bench, help::BENCH),
        "field" => (field, help::FIELD),
        "help" => return Ok(Command::Help(help::ALL)),
        _ => {
            let message = format!(
                "there is no task `{name}`: build, serve, test, verify, shots, size, bench and field are there"
            );
            return Err(Failure::new(message));
        }
    };
    let parsed = parse(&mut arguments).map_err(|error| wrong(&error, &format!(" {name}")))?;
    Ok(parsed.unwrap_or(Command::Help(help)))
}

/// `None` asks for help.
type Parsed = Result<Option<Command>, lexopt::Error>;

fn build(arguments: &mut lexopt::Parser) -> Parsed {
    nothing_more(arguments, Command::Build)
}

fn verify(arguments: &mut lexopt::Parser) -> Parsed {
    nothing_more(arguments, Command::Verify)
}

fn shots(arguments: &mut lexopt::Parser) -> Parsed {
    let mut names = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Command::Shots { names }))
}

fn nothing_more(arguments: &mut lexopt::Parser, command: Command) -> Parsed {
    match arguments.next()? {
        None => Ok(Some(command)),
        Some(Short('h') | Long("help")) => Ok(None),
        Some(other) => Err(other.unexpected()),
    }
}

fn serve(arguments: &mut lexopt::Parser) -> Parsed {
    let mut serve = Serve::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Short('p') | Long("port") => serve.port = arguments.value()?.parse()?,
            Long("open") => serve.open = true,
            Long("watch") => serve.watch = true,
            Long("no-isolation") => serve.isolated = false,
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Command::Serve(serve)))
}

fn test(arguments: &mut lexopt::Parser) -> Parsed {
    let mut only = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("only") => {
                for step in arguments.values()? {
                    only.push(step.string()?);
                }
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Command::Test { only }))
}

fn size(arguments: &mut lexopt::Parser) -> Parsed {
    let mut accept = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("accept") => accept = true,
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Command::Size { accept }))
}

fn bench(arguments: &mut lexopt::Parser) -> Parsed {
    let mut names = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("quick") => names.push("--quick".into()),
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Command::Bench { names }))
}

fn field(arguments: &mut lexopt::Parser) -> Parsed {
    let mut field = Field::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("programs") => field.programs = true,
            Long("leaks") => field.leaks = true,
            Long("again") => field.again = true,
            Long("keep") => field.keep = Some(arguments.value()?.into()),
            Value(name) => field.names.push(name.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Command::Field(field)))
}

fn wrong(error: &lexopt::Error, task: &str) -> Failure {
    Failure::new(format!(
        "{error}: `cargo xtask{task} --help` lists what there is"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
            .map_err(|failure| failure.to_string())
    }

    #[test]
    fn every_task_is_understood() {
        assert_eq!(parsed("build"), Ok(Command::Build));
        assert_eq!(parsed("verify"), Ok(Command::Verify));
        assert_eq!(parsed("serve"), Ok(Command::Serve(Serve::default())));
        let serve = Serve {
            port: 0,
            open: true,
            watch: true,
            isolated: false,
        };
        assert_eq!(
            parsed("serve --port 0 --open --watch --no-isolation"),
            Ok(Command::Serve(serve))
        );
        let only = vec!["format".to_owned(), "types".to_owned(), "site".to_owned()];
        assert_eq!(
            parsed("test --only format types --only=site"),
            Ok(Command::Test { only })
        );
        assert_eq!(parsed("size"), Ok(Command::Size { accept: false }));
        assert_eq!(parsed("size --accept"), Ok(Command::Size { accept: true }));
        let names = vec!["leak-classes".to_owned()];
        assert_eq!(parsed("shots leak-classes"), Ok(Command::Shots { names }));
        let names = vec!["idle".to_owned(), "redraw".to_owned()];
        assert_eq!(parsed("bench idle redraw"), Ok(Command::Bench { names }));
        assert_eq!(parsed("field"), Ok(Command::Field(Field::default())));
        let field = Field {
            names: vec!["express".into(), "d3-timer".into()],
            programs: false,
            leaks: true,
            again: true,
            keep: Some("heaps".into()),
        };
        assert_eq!(
            parsed("field express d3-timer --leaks --again --keep heaps"),
            Ok(Command::Field(field))
        );
    }

    #[test]
    fn every_task_has_its_help() {
        assert_eq!(parsed(""), Ok(Command::Help(help::ALL)));
        assert_eq!(parsed("--help"), Ok(Command::Help(help::ALL)));
        for task in [
            "build", "serve", "test", "verify", "shots", "size", "bench", "field",
        ] {
            let Ok(Command::Help(text)) = parsed(&format!("{task} --help")) else {
                panic!("{task} has no help")
            };
            assert!(text.contains(&format!("cargo xtask {task}")), "{text}");
            assert!(
                help::ALL.contains(&format!("\n  {task} ")),
                "{task} is not in the list"
            );
        }
    }

    #[test]
    fn what_is_not_understood_is_named_with_the_way_to_help() {
        for (line, part) in [
            ("serve --prot 1", "'--prot'"),
            ("serve --port x", "\"x\""),
            ("serve --port 70000", "\"70000\""),
            ("serve --port", "missing argument for option '--port'"),
            ("build now", "\"now\""),
            ("test --only", "missing argument"),
        ] {
            let message = parsed(line).unwrap_err();
            let task = line.split(' ').next().unwrap();
            assert!(message.contains(part), "{line}: {message}");
            assert!(
                message.contains(&format!("`cargo xtask {task} --help`")),
                "{line}: {message}"
            );
        }
        assert!(parsed("biuld").unwrap_err().contains("no task `biuld`"));
        assert!(parsed("-x").unwrap_err().contains("`cargo xtask --help`"));
    }
}
