//! Rounds: everyone once a round, and another one first each time.

use super::contender::{Contender, Figures, Run};
use super::file::File;
use crate::{stage::Stage, table::median};

/// All that was measured on one file.
pub(crate) struct Rounds {
    pub(crate) file: File,
    contenders: Vec<Contender>,
    /// By contender, then by round.
    runs: Vec<Vec<Run>>,
}

impl Rounds {
    pub(crate) async fn run(
        stage: &Stage,
        file: File,
        contenders: &[Contender],
        rounds: usize,
    ) -> Result<Self, String> {
        let mut runs: Vec<Vec<Run>> = vec![Vec::new(); contenders.len()];
        for round in 0..rounds {
            for place in 0..contenders.len() {
                let next = (place + round) % contenders.len();
                runs[next].push(contenders[next].open(stage, &file).await?);
            }
        }
        let contenders = contenders.to_vec();
        let rounds = Self {
            file,
            contenders,
            runs,
        };
        rounds.agree()?;
        Ok(rounds)
    }

    /// Faster but wrong is no contest.
    fn agree(&self) -> Result<(), String> {
        let mut found: Option<(Contender, Figures)> = None;
        for (contender, runs) in self.contenders.iter().zip(&self.runs) {
            if matches!(contender, Contender::Nothing(_)) {
                continue;
            }
            for run in runs {
                let (first, figures) = *found.get_or_insert((*contender, run.figures));
                if figures != run.figures {
                    return Err(format!(
                        "{}: {} finds {figures:?}, but {} finds {:?}",
                        self.file.name,
                        first.title(),
                        contender.title(),
                        run.figures
                    ));
                }
            }
        }
        Ok(())
    }

    pub(crate) fn contenders(&self) -> &[Contender] {
        &self.contenders
    }

    /// The middle one of a figure; NaN if the contender did not take part.
    pub(crate) fn usual(&self, contender: Contender, figure: impl Fn(&Run) -> f64) -> f64 {
        self.of(contender)
            .map_or(f64::NAN, |runs| median(runs.iter().map(figure).collect()))
    }

    pub(crate) fn seconds(&self, contender: Contender) -> f64 {
        self.usual(contender, |run| run.seconds)
    }

    /// Seconds of the quickest run, which other work of the machine delayed least.
    pub(crate) fn least(&self, contender: Contender) -> f64 {
        let runs = self.of(contender).unwrap_or_default().iter();
        runs.map(|run| run.seconds).fold(f64::INFINITY, f64::min)
    }

    /// How many times as long `other` takes: the middle one of the rounds' ratios.
    pub(crate) fn ratio(&self, other: Contender, ours: Contender) -> f64 {
        let (Some(other), Some(ours)) = (self.of(other), self.of(ours)) else {
            return f64::NAN;
        };
        let ratios = other
            .iter()
            .zip(ours)
            .map(|(other, ours)| other.seconds / ours.seconds);
        median(ratios.collect())
    }

    /// Nodes of the file.
    pub(crate) fn nodes(&self) -> f64 {
        self.runs
            .iter()
            .flatten()
            .map(|run| run.figures.nodes())
            .fold(0.0, f64::max)
    }

    fn of(&self, contender: Contender) -> Option<&[Run]> {
        let at = self
            .contenders
            .iter()
            .position(|other| *other == contender)?;
        Some(&self.runs[at])
    }
}
