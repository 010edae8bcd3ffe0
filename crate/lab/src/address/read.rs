use super::{Ignored, Known, Parsed, Reason, Run, State};
use crate::run::limits::{
    DEFAULT_MEGABYTES, LONGEST_PERIOD, LONGEST_TICK, MOST_MEGABYTES, MOST_UNITS, SHORTEST_PERIOD,
    SHORTEST_TICK, SPANS,
};
use percent_encoding::percent_decode_str;

/// How many ignored words are named; the rest is counted.
const MOST_NAMED: usize = 10;
/// Words that show something; each can be taken back by `no-`.
const SHOWN: [&str; 4] = ["chart", "log", "witnesses", "guide"];
/// Words that were renamed, as they were and as they are: an old link keeps its meaning.
const RENAMED: [(&str, &str); 0] = [];

/// Reads an address's hash, with or without its `#`. A link may lower the budget, now `budget`, and never raise it.
pub fn from_hash(hash: &str, known: &[Known], budget: u32) -> Parsed {
    let reader = Reader::new(known, budget, DEFAULT_MEGABYTES);
    let words = hash.trim_start_matches('#').split('&');
    reader.read(words.map(|word| percent_decode_str(word).decode_utf8_lossy()))
}

/// Reads a pasted command line: `npm start -- --chart --leak-objects`, or only its switches. What is typed here may
/// raise the budget; where it is not mentioned it stays as it is.
pub fn from_command(line: &str, known: &[Known], budget: u32) -> Parsed {
    let reader = Reader::new(known, budget, MOST_MEGABYTES);
    let is_preamble = |word: &&str| ["npm", "start", "run", "--", "$"].contains(word);
    let words = line.split_whitespace().skip_while(is_preamble);
    reader.read(words.map(|word| word.trim_start_matches('-')))
}

struct Reader<'a> {
    known: &'a [Known],
    most_megabytes: u32,
    parsed: Parsed,
}

impl<'a> Reader<'a> {
    fn new(known: &'a [Known], budget: u32, most_megabytes: u32) -> Self {
        Self {
            known,
            most_megabytes,
            parsed: Parsed {
                state: State {
                    budget,
                    ..State::default()
                },
                help: false,
                ignored: Vec::new(),
                more: 0,
            },
        }
    }

    fn read(mut self, words: impl Iterator<Item = impl AsRef<str>>) -> Parsed {
        for word in words {
            let word = word.as_ref().trim();
            if !word.is_empty() {
                let taken = self.take(word);
                self.note(word, taken);
            }
        }
        self.parsed
    }

    /// A hint costs a comparison with every word there is: only what is named gets one.
    fn note(&mut self, word: &str, taken: Result<(), Refusal>) {
        let Err(refusal) = taken else { return };
        if self.parsed.ignored.len() == MOST_NAMED {
            self.parsed.more += 1;
            return;
        }
        let (word, reason) = match refusal {
            Refusal::Word => (
                word.split('=').next().unwrap_or(word),
                Reason::Unknown(self.near(word, &SHOWN, &["span", "every", "budget", "help"])),
            ),
            Refusal::Scenario(slug) => (slug, Reason::UnknownScenario(self.near(slug, &[], &[]))),
            Refusal::Of(reason) => (word, reason),
        };
        self.parsed.ignored.push(Ignored::new(word, reason));
    }

    fn take<'w>(&mut self, word: &'w str) -> Result<(), Refusal<'w>> {
        let (name, value) = word.split_once('=').unwrap_or((word, ""));
        let name = RENAMED
            .iter()
            .find(|(old, _)| *old == name)
            .map_or(name, |(_, now)| *now);
        if let Some(known) = self.find(name) {
            let run = self.run(known, value);
            let runs = &mut self.parsed.state.runs;
            runs.retain(|other| other.slug != run.slug);
            runs.push(run);
            return Ok(());
        }
        match name {
            "guide" if !value.is_empty() => {
                let known = self.find(value).ok_or(Refusal::Scenario(value))?;
                self.parsed.state.topic.clone_from(&known.slug);
                self.parsed.state.guide = true;
                return Ok(());
            }
            "h" | "help" | "?" => {
                self.parsed.help = true;
                return Ok(());
            }
            _ => {}
        }
        let most_megabytes = self.most_megabytes;
        let state = &mut self.parsed.state;
        match name {
            "chart" => state.chart = true,
            "no-chart" => state.chart = false,
            "log" => state.log = true,
            "no-log" => state.log = false,
            "witnesses" => state.witnesses = true,
            "no-witnesses" => state.witnesses = false,
            "guide" => state.guide = true,
            "no-guide" => state.guide = false,
            "span" => state.span = span(value)?,
            "every" => state.every = number(value, SHORTEST_TICK, LONGEST_TICK)?,
            "budget" => state.budget = number(value, 1, most_megabytes)?,
            "heap-dump" => return Err(Refusal::Of(Reason::HeapDump)),
            _ => return Err(Refusal::Word),
        }
        Ok(())
    }

    fn run(&mut self, known: &Known, value: &str) -> Run {
        let mut run = Run {
            slug: known.slug.clone(),
            fixed: false,
            period: known.period,
            units: 1,
        };
        let parts = value.split(',').map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            let taken = part_of_run(&mut run, known, part);
            self.note(part, taken);
        }
        run
    }

    fn find(&self, slug: &str) -> Option<&'a Known> {
        self.known.iter().find(|known| known.slug == slug)
    }

    fn near(&self, word: &str, shown: &[&str], others: &[&str]) -> Option<String> {
        let word: String = word.chars().take(60).collect();
        let slugs = self.known.iter().map(|known| known.slug.as_str());
        let all = slugs.chain(shown.iter().chain(others).copied());
        let distances = all.map(|name| (strsim::osa_distance(name, &word), name));
        let (distance, name) = distances.min()?;
        (distance <= 3 && distance < name.len()).then(|| name.to_owned())
    }
}

/// What a word is refused for.
enum Refusal<'w> {
    Word,
    Scenario(&'w str),
    Of(Reason),
}

impl From<Reason> for Refusal<'_> {
    fn from(reason: Reason) -> Self {
        Self::Of(reason)
    }
}

fn part_of_run<'w>(run: &mut Run, known: &Known, part: &'w str) -> Result<(), Refusal<'w>> {
    let slug = || known.slug.clone();
    match part {
        "leaky" => {}
        "fixed" if known.cured => run.fixed = true,
        "fixed" => return Err(Reason::NoFixed(slug()).into()),
        _ => {
            let (units, period) = (part.strip_prefix('x'), part.strip_suffix("ms"));
            if units.is_none() && period.is_none() {
                return Err(Reason::NoRate.into());
            }
            if known.period == 0 {
                return Err(Reason::Once(slug()).into());
            }
            if let Some(units) = units {
                run.units = number(units, 1, MOST_UNITS)?;
            } else if let Some(period) = period {
                run.period = number(period, SHORTEST_PERIOD, LONGEST_PERIOD)?;
            }
        }
    }
    Ok(())
}

fn span(value: &str) -> Result<u32, Reason> {
    let known = SPANS.iter().find(|(word, _)| *word == value);
    known
        .map(|(_, seconds)| *seconds)
        .ok_or_else(|| Reason::Choice(SPANS.map(|(word, _)| word).join(", ")))
}

fn number(digits: &str, least: u32, most: u32) -> Result<u32, Reason> {
    let value = digits.parse().ok();
    value
        .filter(|value| (least..=most).contains(value))
        .ok_or(Reason::Range(least, most))
}
