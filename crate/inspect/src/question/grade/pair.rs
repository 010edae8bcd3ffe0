//! Two files that belong together: of one page, in order, and with units made in between.

use heap::{Kinship, Snapshot};

use super::{
    ran::{Ran, Run, Variant, labs},
    wrong::Wrong,
};

/// What ran before two snapshots of one page.
pub(super) struct Both {
    pub(super) earlier: Ran,
    pub(super) later: Ran,
}

impl Both {
    /// The page that is in both; of several the one that has made most of a variant in between.
    pub(super) fn of(
        before: &Snapshot,
        after: &Snapshot,
        of_interest: impl Fn(&Run) -> bool,
    ) -> Result<Self, Wrong> {
        let (earlier, later) = (labs(before), labs(after));
        if earlier.is_empty() || later.is_empty() {
            return Err(Wrong::NotOurs);
        }
        match Kinship::of(before, after) {
            Kinship::Reversed => return Err(Wrong::Reversed),
            Kinship::Strangers => return Err(Wrong::Strangers),
            Kinship::InOrder | Kinship::Unknown => {}
        }
        let mut later: Vec<_> = later.into_iter().map(Some).collect();
        let pairs = earlier.into_iter().filter_map(|earlier| {
            let mut others = later.iter_mut();
            let other = others.find(|other| other.as_ref().is_some_and(|lab| lab.id == earlier.id));
            let later = other?.take()?.ran;
            let earlier = earlier.ran;
            Some(Self { earlier, later })
        });
        let made = |both: &Self| {
            let runs = both.later.runs.iter().filter(|run| of_interest(run));
            let since = runs.filter_map(|run| run.since(&both.earlier));
            since.max().unwrap_or(0)
        };
        pairs.max_by_key(made).ok_or(Wrong::Reloaded)
    }

    /// What made units in between, and how many.
    pub(super) fn made(&self) -> impl Iterator<Item = (&Run, u64)> {
        let runs = self.later.runs.iter();
        let all = runs.filter_map(|run| Some((run, run.since(&self.earlier)?)));
        all.filter(|(_, units)| *units > 0)
    }

    /// Units of a variant that were made in between and kept.
    pub(super) fn units(&self, slug: &str, variant: Variant) -> Result<u64, Wrong> {
        let run = self.later.of(slug, variant);
        let since = run.map(|run| run.since(&self.earlier));
        let units = since.unwrap_or(Some(0)).ok_or(Wrong::LeftOut)?;
        let Some(run) = run.filter(|_| units > 0) else {
            let instead = self
                .made()
                .map(|(run, units)| format!(" {} {} made {units}.", run.slug, run.variant.name()));
            return Err(Wrong::NoUnits(instead.collect()));
        };
        if run.let_go > run.made - units {
            return Err(Wrong::Gone);
        }
        Ok(units)
    }

    /// Whether all of a variant was let go in between, and nothing was made.
    pub(super) fn let_go(&self, slug: &str, variant: Variant) -> Result<(), Wrong> {
        let last = self.later.of(slug, variant).ok_or(Wrong::LeftOut)?;
        match last.since(&self.earlier) {
            Some(0) if last.let_go == last.made => Ok(()),
            Some(0) => Err(Wrong::Kept),
            Some(_) => Err(Wrong::More),
            None => Err(Wrong::LeftOut),
        }
    }
}
