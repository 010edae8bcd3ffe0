//! What a place takes before any file is open in it.

use super::{
    contender::{Contender, Place, Run},
    file::File,
    round::Rounds,
};
use crate::stage::Stage;

/// Bytes that are no contender's.
pub(crate) struct Places {
    node: f64,
    chromium: f64,
}

impl Places {
    /// Opens nothing in each, some times.
    pub(crate) async fn measure(stage: &Stage, file: &File) -> Result<Self, String> {
        let nothing = [Place::Node, Place::Chromium].map(Contender::Nothing);
        let rounds = Rounds::run(stage, file.clone(), &nothing, 3).await?;
        let [node, chromium] = nothing.map(|place| rounds.usual(place, |run| run.peak));
        Ok(Self { node, chromium })
    }

    /// What a contender took of its own, bytes.
    pub(crate) fn own_peak(&self, rounds: &Rounds, contender: Contender) -> f64 {
        let place = match contender.place() {
            None => 0.0,
            Some(Place::Node) => self.node,
            Some(Place::Chromium) => self.chromium,
        };
        rounds.usual(contender, |run: &Run| run.peak) - place
    }
}
