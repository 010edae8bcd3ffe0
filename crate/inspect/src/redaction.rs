//! The same file without its texts.

use heap::{
    Error, Unpacker,
    redact::{AllowList, Names, Options, Plan, Redactor},
};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::{
    Problem,
    question::column::texts,
    wire::{answer, request},
};

/// What stays readable.
#[derive(Clone, Debug, Default, Deserialize, Tsify)]
pub struct RedactRequest {
    /// Only V8's and the browser's own names stay. Without it also those of classes, functions and properties that read like a
    /// program's words and that several of its things have.
    #[serde(default, rename = "builtinOnly")]
    #[tsify(optional)]
    pub builtin_only: bool,
    /// All names of classes, functions and properties stay, even if data are among them.
    #[serde(default, rename = "allNames")]
    #[tsify(optional)]
    pub all_names: bool,
    /// Texts that stay wherever they stand.
    #[serde(default)]
    #[tsify(optional)]
    pub keep: Vec<String>,
}

/// What became of the texts.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct RedactAnswer {
    /// They stay.
    pub kept: f64,
    /// Filler of equal length stands in their place.
    pub replaced: f64,
    /// Texts outside of the table of strings that were emptied.
    pub emptied: f64,
    /// Which of those that stay are the program's own, the most used first: to look through before the file is given away.
    pub names: Vec<String>,
    /// How many objects and references are called so.
    pub uses: Vec<f64>,
}

/// A file is fed twice: to `plan`, then to `rewrite`, which gives the redacted bytes.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Redaction {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    Planning(Box<Plan>, Unpacker),
    Writing(Box<Redactor>, Unpacker),
    #[default]
    Gone,
}

#[wasm_bindgen]
impl Redaction {
    /// Begins the first pass.
    ///
    /// # Errors
    /// `session.bad-request`.
    #[wasm_bindgen(constructor)]
    #[allow(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen hands requests over by value"
    )]
    pub fn new(asked: Ts<RedactRequest>) -> Result<Redaction, JsValue> {
        let RedactRequest {
            builtin_only,
            all_names,
            keep: kept,
        } = request(&asked)?;
        let names = match (builtin_only, all_names) {
            (true, _) => Names::Allowed,
            (false, true) => Names::Kept,
            (false, false) => Names::Telling,
        };
        let mut keep = AllowList::standard();
        for text in kept {
            keep.add(text.as_bytes());
        }
        let plan = Plan::new(Options { names, keep });
        Ok(Self {
            state: State::Planning(Box::new(plan), Unpacker::default()),
        })
    }

    /// Takes the next bytes of the first pass.
    ///
    /// # Errors
    /// `file.*`, `heap.*`, `limit.*`, `session.not-ready`.
    pub fn plan(&mut self, chunk: &[u8]) -> Result<(), JsValue> {
        match &mut self.state {
            State::Planning(plan, unpacker) => {
                let fed = unpacker.feed(chunk, |bytes| plan.feed(bytes));
                Ok(fed.map_err(Problem::from)?)
            }
            _ => Err(Problem::not_ready().into()),
        }
    }

    /// Ends the first pass.
    ///
    /// # Errors
    /// `file.*`, `heap.*`, `limit.*`, `session.not-ready`.
    pub fn planned(&mut self) -> Result<(), JsValue> {
        let State::Planning(mut plan, mut unpacker) = std::mem::take(&mut self.state) else {
            return Err(Problem::not_ready().into());
        };
        let end = unpacker.finish(|bytes| plan.feed(bytes));
        whole(end).map_err(Problem::from)?;
        let redactor = plan.finish().map_err(Problem::from)?;
        self.state = State::Writing(Box::new(redactor), Unpacker::default());
        Ok(())
    }

    /// Takes the same bytes again and gives redacted ones.
    ///
    /// # Errors
    /// If they are others; `session.not-ready`.
    pub fn rewrite(&mut self, chunk: &[u8]) -> Result<Vec<u8>, JsValue> {
        let State::Writing(redactor, unpacker) = &mut self.state else {
            return Err(Problem::not_ready().into());
        };
        let mut out = Vec::with_capacity(chunk.len());
        let fed = unpacker.feed(chunk, |bytes| redactor.feed(bytes, &mut out));
        fed.map_err(Problem::from)?;
        Ok(out)
    }

    /// Ends the second pass; without it the redacted bytes are worth nothing.
    ///
    /// # Errors
    /// If the second file was another; `session.not-ready`.
    pub fn finish(&mut self) -> Result<Ts<RedactAnswer>, JsValue> {
        let State::Writing(redactor, mut unpacker) = std::mem::take(&mut self.state) else {
            return Err(Problem::not_ready().into());
        };
        whole(unpacker.finish(|_| Ok(()))).map_err(Problem::from)?;
        let summary = redactor.finish().map_err(Problem::from)?;
        answer(&RedactAnswer {
            kept: summary.kept as f64,
            replaced: summary.replaced as f64,
            emptied: summary.emptied as f64,
            names: texts(summary.names.iter().map(|kept| &kept.name)),
            uses: summary.names.iter().map(|kept| kept.uses as f64).collect(),
        })
    }
}

/// A file whose compressed bytes are damaged is not redacted in part.
fn whole(end: Result<Option<Error>, Error>) -> Result<(), Error> {
    end?.map_or(Ok(()), Err)
}
