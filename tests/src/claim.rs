//! Holds a claim of the page against what the browser shows.

use crate::Snapshot;
use serde::Deserialize;
use serde_json::Value;

/// A claim, as the page gives it.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Claim {
    /// A row of the Comparison view.
    Row {
        /// The row.
        constructor: String,
        /// `delta` or `sizeDelta`.
        column: String,
        /// What it says.
        amount: Amount,
    },
    /// A retaining path.
    Path {
        /// The object.
        from: String,
        /// Its retainers.
        hops: Vec<Hop>,
    },
    /// A meter.
    Meter {
        /// Its id.
        meter: String,
        /// How it moved.
        amount: Amount,
    },
}

/// By how much something grew.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Amount {
    PerUnit { each: f64 },
    Once { total: f64 },
    About { each: f64, percent: f64 },
    AtLeast { total: f64 },
    SameAs { meter: String },
    Still,
}

/// A retainer and the edge by which it holds.
#[derive(Clone, Debug, Deserialize)]
pub struct Hop {
    edge: String,
    node: String,
}

/// What there is before and after the units.
pub struct Evidence<'a> {
    /// How many units were made.
    pub units: f64,
    /// The two snapshots.
    pub snapshots: [&'a Snapshot; 2],
    /// The two readings of the meters.
    pub meters: [&'a Value; 2],
    /// The meters' definitions, for their noise.
    pub definitions: &'a Value,
}

/// Whether a claim holds, or how it does not.
///
/// # Errors
/// In words, what was seen instead.
pub fn check(claim: &Claim, evidence: &Evidence) -> Result<(), String> {
    match claim {
        Claim::Row {
            constructor,
            column,
            amount,
        } => {
            let [before, after] = evidence.snapshots.map(|snapshot| snapshot.row(constructor));
            let seen = if column == "delta" {
                after.0 as f64 - before.0 as f64
            } else {
                after.1 as f64 - before.1 as f64
            };
            holds(amount, seen, 0.0, evidence)
                .map_err(|wanted| format!("{constructor} {column}: {seen}, not {wanted}"))
        }
        Claim::Path { from, hops } => {
            let hops: Vec<_> = hops
                .iter()
                .map(|hop| (hop.edge.clone(), hop.node.clone()))
                .collect();
            let [before, after] = evidence.snapshots;
            match after.kept_along(before, from, &hops) {
                (_, 0) => Err(format!("no new {from} in the snapshot")),
                (kept, fresh) if kept == fresh => Ok(()),
                (kept, fresh) => Err(format!("{kept} of {fresh} {from} are kept along {hops:?}")),
            }
        }
        Claim::Meter { meter, amount } => {
            let noise = evidence.noise(meter);
            let seen = evidence
                .grew(meter)
                .ok_or_else(|| format!("{meter} is absent"))?;
            holds(amount, seen, noise, evidence)
                .map_err(|wanted| format!("{meter}: {seen}, not {wanted}"))
        }
    }
}

fn holds(amount: &Amount, seen: f64, noise: f64, evidence: &Evidence) -> Result<(), String> {
    let near = |wanted: f64, by: f64| (seen - wanted).abs() <= by;
    let verdict = match amount {
        Amount::PerUnit { each } => near(each * evidence.units, noise),
        Amount::Once { total } => near(*total, noise),
        Amount::About { each, percent } => {
            let wanted = each * evidence.units;
            near(wanted, wanted * percent / 100.0 + noise)
        }
        Amount::AtLeast { total } => seen >= *total,
        Amount::SameAs { meter } => evidence.grew(meter).is_some_and(|grown| near(grown, 0.0)),
        Amount::Still => near(0.0, noise),
    };
    if verdict {
        Ok(())
    } else {
        Err(format!(
            "{amount:?} (noise {noise}, {} units)",
            evidence.units
        ))
    }
}

impl Evidence<'_> {
    fn grew(&self, meter: &str) -> Option<f64> {
        let [before, after] = self.meters;
        Some(after[meter].as_f64()? - before[meter].as_f64()?)
    }

    fn noise(&self, meter: &str) -> f64 {
        let all = self.definitions.as_array().into_iter().flatten();
        let own = all.filter(|definition| definition["id"] == meter);
        own.filter_map(|definition| definition["noise"].as_f64())
            .sum()
    }
}
