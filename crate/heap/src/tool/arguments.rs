//! The command line, parsed.

use std::path::PathBuf;

use heap::ObjectId;
use lexopt::prelude::*;

use crate::{Failure, command::NAMES, help};

/// What the options and operands say; a command takes what it knows and refuses the rest.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "options that are there or not"
)]
pub(crate) struct Arguments {
    pub(crate) files: Vec<PathBuf>,
    /// Operands such as `@1234`.
    pub(crate) objects: Vec<ObjectId>,
    pub(crate) json: bool,
    pub(crate) partial: bool,
    pub(crate) quiet: bool,
    pub(crate) top: usize,
    pub(crate) from: usize,
    pub(crate) sort: Option<String>,
    pub(crate) filter: Option<String>,
    pub(crate) class: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) between: Option<[ObjectId; 2]>,
    pub(crate) fail: bool,
    pub(crate) tree: bool,
    pub(crate) function: Option<String>,
    pub(crate) fail_on_growth: Vec<String>,
    pub(crate) ignore: Vec<ObjectId>,
    pub(crate) cut: Vec<String>,
    pub(crate) export: Option<String>,
    pub(crate) output: Option<PathBuf>,
    pub(crate) keep: Vec<String>,
}

impl Default for Arguments {
    fn default() -> Self {
        Self {
            files: Vec::new(),
            objects: Vec::new(),
            json: false,
            partial: false,
            quiet: false,
            top: 20,
            from: 0,
            sort: None,
            filter: None,
            class: None,
            text: None,
            between: None,
            fail: false,
            tree: false,
            function: None,
            fail_on_growth: Vec::new(),
            ignore: Vec::new(),
            cut: Vec::new(),
            export: None,
            output: None,
            keep: Vec::new(),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Parsed {
    Help(&'static str),
    Run(&'static str, Box<Arguments>),
}

/// `asked` becomes the question, once it is known.
pub(crate) fn parse(
    mut parser: lexopt::Parser,
    asked: &mut Option<&'static str>,
) -> Result<Parsed, Failure> {
    let wrong = |error: lexopt::Error| Failure::usage(error.to_string());
    let name = match parser.next().map_err(wrong)? {
        None | Some(Short('h') | Long("help")) => return Ok(Parsed::Help(help::ALL)),
        Some(Long("version")) => return Ok(Parsed::Help(help::VERSION)),
        Some(Value(name)) => name.to_string_lossy().into_owned(),
        Some(other) => return Err(wrong(other.unexpected())),
    };
    if name == "help" {
        let about = parser.next().map_err(wrong)?;
        return Ok(Parsed::Help(match about {
            Some(Value(name)) => help::of(&name.to_string_lossy()),
            _ => help::ALL,
        }));
    }
    let Some(&name) = NAMES.iter().find(|known| **known == name) else {
        let known = NAMES.join(", ");
        return Err(Failure::usage(format!(
            "there is no question `{name}`; there are {known}"
        )));
    };
    *asked = Some(name);
    match options(&mut parser, name).map_err(wrong)? {
        None => Ok(Parsed::Help(help::of(name))),
        Some(arguments) => Ok(Parsed::Run(name, Box::new(arguments))),
    }
}

/// `None` asks for help.
fn options(parser: &mut lexopt::Parser, name: &str) -> Result<Option<Arguments>, lexopt::Error> {
    let mut arguments = Arguments::default();
    while let Some(argument) = parser.next()? {
        let known = match &argument {
            Long("help") | Short('h') => true,
            Long(option) => help::names(name, &format!("--{option}")),
            Short(option) => help::names(name, &format!("-{option}")),
            Value(value) => !value.to_string_lossy().starts_with('@') || help::names(name, "@ID"),
        };
        if !known {
            return Err(argument.unexpected());
        }
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("json") => arguments.json = true,
            Long("partial") => arguments.partial = true,
            Long("quiet") => arguments.quiet = true,
            Long("tree") => arguments.tree = true,
            Long("function") => arguments.function = Some(parser.value()?.string()?),
            Long("fail") => arguments.fail = true,
            Long("top") => arguments.top = parser.value()?.parse()?,
            Long("from") => arguments.from = parser.value()?.parse()?,
            Long("sort") => arguments.sort = Some(parser.value()?.string()?),
            Long("filter") => arguments.filter = Some(parser.value()?.string()?),
            Long("text") => arguments.text = Some(parser.value()?.string()?),
            Long("between") => arguments.between = Some(parser.value()?.parse_with(range)?),
            Long("class") => arguments.class = Some(parser.value()?.string()?),
            Long("fail-on-growth") => arguments.fail_on_growth.push(parser.value()?.string()?),
            Long("ignore") => arguments.ignore.push(parser.value()?.parse_with(object)?),
            Long("cut") => arguments.cut.push(parser.value()?.string()?),
            Long("export") => arguments.export = Some(parser.value()?.string()?),
            Short('o') | Long("output") => arguments.output = Some(parser.value()?.into()),
            Long("keep") => arguments.keep.push(parser.value()?.string()?),
            Value(value) => match value.to_str() {
                Some(text) if text.starts_with('@') => {
                    arguments.objects.push(value.parse_with(object)?);
                }
                _ => arguments.files.push(value.into()),
            },
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(arguments))
}

/// `@1234`, as DevTools prints it, or the number alone.
pub(crate) fn object(text: &str) -> Result<ObjectId, String> {
    let number = text.strip_prefix('@').unwrap_or(text);
    let id = number
        .parse()
        .map_err(|_| "an object is @ and its number, such as @1234".to_owned())?;
    Ok(ObjectId(id))
}

/// `@12..@34`
fn range(text: &str) -> Result<[ObjectId; 2], String> {
    let (after, up_to) = text
        .split_once("..")
        .ok_or("a range is two numbers, such as @12..@34")?;
    Ok([object(after)?, object(up_to)?])
}

impl Arguments {
    /// Exactly so many files.
    pub(crate) fn files<const COUNT: usize>(&self) -> Result<&[PathBuf; COUNT], Failure> {
        self.files[..].try_into().map_err(|_| {
            let files = if COUNT == 1 {
                "one file".to_owned()
            } else {
                format!("{COUNT} files")
            };
            Failure::usage(format!(
                "this question is about {files}, {} given",
                self.files.len()
            ))
        })
    }

    /// Exactly one `@id`.
    pub(crate) fn object(&self) -> Result<ObjectId, Failure> {
        match self.objects[..] {
            [object] => Ok(object),
            _ => Err(Failure::usage(
                "name one object by its number, such as @1234",
            )),
        }
    }

    /// The rows asked for.
    pub(crate) fn range(&self) -> std::ops::Range<usize> {
        self.from..self.from.saturating_add(self.top)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Parsed, String> {
        parse(
            lexopt::Parser::from_args(line.split_whitespace()),
            &mut None,
        )
        .map_err(|failure| failure.to_string())
    }

    #[test]
    fn every_question_has_its_help() {
        assert_eq!(parsed(""), Ok(Parsed::Help(help::ALL)));
        for name in NAMES {
            assert!(
                help::ALL.contains(&format!("\n  {name} ")),
                "{name} is not listed"
            );
            let Ok(Parsed::Help(text)) = parsed(&format!("{name} --help")) else {
                panic!("{name} has no help")
            };
            assert!(text.starts_with(&format!("leak-heap {name} ")), "{text}");
        }
    }

    #[test]
    fn options_operands_and_objects_are_told_apart() {
        let Ok(Parsed::Run("paths", arguments)) =
            parsed("paths a.heapsnapshot @12 --top=3 --ignore @7 --json")
        else {
            panic!("not understood")
        };
        assert_eq!(arguments.files, [PathBuf::from("a.heapsnapshot")]);
        assert_eq!(arguments.objects, [ObjectId(12)]);
        assert_eq!(arguments.ignore, [ObjectId(7)]);
        assert!(arguments.json && arguments.range() == (0..3));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, part) in [
            ("sumary x", "`sumary`"),
            ("summary x --cut y", "'--cut'"),
            ("paths x @1a", "@1234"),
            ("summary --top many", "\"many\""),
            ("-x", "'-x'"),
            ("compare a b --fail", "'--fail'"),
            ("summary a -o b", "'-o'"),
            ("strings a @12", "\"@12\""),
        ] {
            let message = parsed(line).unwrap_err();
            assert!(message.contains(part), "{line}: {message}");
        }
    }
}
