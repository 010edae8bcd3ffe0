//! What the page's JavaScript needs of Rust's tables: a module, and types.

use claim::words::marked;
use lab::meter::{METERS, SAMPLED};
use lab::run::limits::{FOR_THE_PAGE, SPANS};
use serde_json::{Map, Value, json};
use std::fmt::Write;

const NOTE: &str = "// Generated from Rust: change it there.\n";

/// `generated/lab.js`: limits, the meters, and the columns of a sample's row.
pub(crate) fn module() -> String {
    let mut text = String::from(NOTE);
    for (name, value) in tables() {
        let _ = writeln!(text, "export const {name} = {value};");
    }
    text
}

/// `generated/lab.d.ts`.
pub(crate) fn types() -> String {
    let ids: Vec<_> = METERS
        .iter()
        .map(|meter| format!("{:?}", meter.id.id()))
        .collect();
    let mut text = format!(
        r#"{NOTE}import type {{ Words }} from "./catalogue.js";

export type MeterId = {};
export interface MeterInfo {{
  id: MeterId;
  title: string;
  unit: "bytes" | "count";
  source: string;
  sees: Words;
  blind: Words;
  support: string;
}}
/** All meters; those of a sample's row come first, in its order. */
export const METERS: readonly MeterInfo[];
/** The place of a meter in a sample's row, which begins with the time. */
export const COLUMN: Readonly<Record<{}, number>>;
/** What the chart may show: as typed, and in seconds. */
export const SPANS: readonly (readonly [string, number])[];
"#,
        ids.join(" | "),
        ids[..SAMPLED.len()].join(" | "),
    );
    for (name, _) in FOR_THE_PAGE {
        let _ = writeln!(text, "export const {name}: number;");
    }
    text
}

fn tables() -> Vec<(&'static str, Value)> {
    let columns: Map<_, _> = SAMPLED
        .iter()
        .enumerate()
        .map(|(place, meter)| (meter.id().to_owned(), json!(place + 1)))
        .collect();
    let meters = METERS.map(|meter| {
        json!({
            "id": meter.id,
            "title": meter.title,
            "unit": meter.id.unit(),
            "source": meter.source,
            "sees": marked(meter.sees),
            "blind": marked(meter.blind),
            "support": meter.support,
        })
    });
    let mut tables = vec![
        ("METERS", json!(meters)),
        ("COLUMN", Value::Object(columns)),
        ("SPANS", json!(SPANS)),
    ];
    tables.extend(FOR_THE_PAGE.map(|(name, value)| (name, json!(value))));
    tables
}

/// `generated/catalogue.d.ts`: the records of `catalogue/`.
pub(crate) const CATALOGUE_TYPES: &str = r#"// Generated from Rust: change it there.
import type { MeterId } from "./lab.js";

export type Variant = "leaky" | "fixed";
export type Kind = "leak" | "control" | "trick";
export type Need = "isolation" | "webGl" | "audio" | "gesture" | "popups" | "devTools" | "preciseMemory";
export type Words = Span[];
export type Span =
  | { text: string }
  | { code: string }
  | { ui: string }
  | { strong: Words }
  | { meter: MeterId }
  | { number: number; signed: boolean; unit: "bytes" | "count"; /** As DevTools writes it. */ written?: string };
export interface Index {
  themes: { id: string; title: string }[];
  scenarios: Line[];
}
export interface Line {
  slug: string;
  title: string;
  theme: string;
  kind: Kind;
  summary: string;
  words?: string;
  unit: string;
  guideUnits: number;
  /** Milliseconds; 0 for a scenario that makes one unit and stops. */
  period: number;
  cured: boolean;
  needs?: Need[];
  module: "lab" | "lab-web";
  place: number;
  /** How units of the leaky and of the fixed variant are made. */
  make: [Make, Make];
  phases?: number;
  recipe?: string;
  letGo: "by" | "module" | "renew" | "never";
  witness: "object" | "tally" | "both" | "unseen";
  /** Bytes in JavaScript's heap, linear memory, the GPU's memory, and elsewhere. */
  cost: [number, number, number, number];
}
export type Make = "object" | "with" | "awaited" | "block" | "trap" | "batch" | "phases" | "module";
export interface Card {
  slug: string;
  mechanism: Words;
  cure: Words;
  listing: { path: string; leaky: string; fixed: string; diff: [" " | "-" | "+", string][] };
  javascript: string;
  leaky: VariantCard;
  fixed: VariantCard | null;
  never?: string;
  unseen?: string;
}
export interface VariantCard {
  /** More of them is the business of whoever checks them. */
  claims: { says: { type: string; amount?: { expect: { each?: number; once?: number } } } }[];
  guide: { needs: Words[]; steps: Step[]; meters: Words[] };
}
export interface Step {
  words: Words;
  action: { type: "make"; units: number } | { type: "letGo" } | { type: "reload" } | null;
  /** The name of its picture among the scenario's. */
  picture?: string;
}
"#;
