//! What crosses to the page as records, and its types.

use crate::claim::Claim;
use crate::guide::{Step, meter_words, steps};
use crate::listing::{Listing, listing};
use crate::scenario::{Group, Kind, Scenario};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// A scenario as the page shows it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScenarioInfo {
    slug: &'static str,
    title: &'static str,
    group: Group,
    kind: Kind,
    summary: &'static str,
    unit: &'static str,
    unit_bytes: u32,
    period: u32,
    mechanism: &'static str,
    cure: &'static str,
    listing: Listing,
    javascript: &'static str,
    leaky: VariantInfo,
    fixed: Option<VariantInfo>,
    guide_units: u32,
}

/// A variant's claims, and the words made from them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VariantInfo {
    claims: &'static [Claim],
    steps: Vec<Step>,
    meters: Vec<String>,
}

impl From<&Scenario> for ScenarioInfo {
    fn from(scenario: &Scenario) -> Self {
        let variant = |fixed| VariantInfo {
            claims: scenario.claims(fixed),
            steps: steps(scenario, fixed),
            meters: meter_words(scenario.claims(fixed), scenario.guide_units),
        };
        Self {
            slug: scenario.slug,
            title: scenario.title,
            group: scenario.group,
            kind: scenario.kind,
            summary: scenario.summary,
            unit: scenario.unit,
            unit_bytes: scenario.unit_bytes,
            period: scenario.pace.period(),
            mechanism: scenario.mechanism,
            cure: scenario.cure,
            listing: listing(scenario),
            javascript: scenario.javascript,
            leaky: variant(false),
            fixed: scenario.has_fixed().then(|| variant(true)),
            guide_units: scenario.guide_units,
        }
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export type Variant = "leaky" | "fixed";
export type MeterId = "jsUsed" | "jsTotal" | "linear" | "live" | "peak" | "blocks" | "externrefs" | "nodes"
  | "made" | "alive" | "jsLimit" | "userAgent" | "footprint";
export interface MeterInfo {
  id: MeterId; title: string; unit: "bytes" | "count"; source: string; sees: string; blind: string;
  support: string; noise: number;
}
export type Amount = { kind: "perUnit"; each: number } | { kind: "once"; total: number }
  | { kind: "about"; each: number; percent: number } | { kind: "atLeast"; total: number }
  | { kind: "sameAs"; meter: MeterId } | { kind: "still" };
export type Claim =
  | { type: "row"; constructor: string; filter: string; column: "delta" | "sizeDelta"; amount: Amount }
  | { type: "path"; from: string; hops: { edge: string; node: string }[] }
  | { type: "meter"; meter: MeterId; amount: Amount };
export interface GuideStep { text: string; action: { type: "step"; units: number } | { type: "letGo" } | null }
export interface VariantInfo { claims: Claim[]; steps: GuideStep[]; meters: string[] }
export interface Listing { path: string; leaky: string; fixed: string; diff: { sign: " " | "-" | "+"; text: string }[] }
export interface ScenarioInfo {
  slug: string; title: string; group: string; kind: "leak" | "control" | "trick"; summary: string; unit: string;
  unitBytes: number; period: number; mechanism: string; cure: string; listing: Listing; javascript: string;
  leaky: VariantInfo; fixed: VariantInfo | null; guideUnits: number;
}
export interface Run { slug: string; fixed: boolean; period: number; units: number }
export interface State {
  runs: Run[]; chart: boolean; log: boolean; witnesses: boolean; guide: boolean; topic: string; span: number;
  every: number; budget: number;
}
export interface Parsed { state: State; help: boolean; notices: string[] }
export interface Switch { group: "demonstrate" | "show"; flag: string; line: string; rate: string }
export type Precision = "exact" | "bucketed" | "absent";
export interface ToyView {
  nodes: { name: string; x: number; y: number; root: boolean; mark: "unknown" | "found" | "kept" | "swept" }[];
  edges: { from: number; to: number; name: string; cut: boolean }[]; words: string; done: boolean;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// `ScenarioInfo[]`
    #[wasm_bindgen(typescript_type = "ScenarioInfo[]")]
    pub type Scenarios;
    /// `MeterInfo[]`
    #[wasm_bindgen(typescript_type = "MeterInfo[]")]
    pub type Meters;
    /// `Switch[]`
    #[wasm_bindgen(typescript_type = "Switch[]")]
    pub type Switches;
    /// `Parsed`
    #[wasm_bindgen(typescript_type = "Parsed")]
    pub type ParsedState;
    /// `State`
    #[wasm_bindgen(typescript_type = "State")]
    pub type PageState;
    /// `Precision`
    #[wasm_bindgen(typescript_type = "Precision")]
    pub type PrecisionWord;
    /// `WebAssembly.Memory`
    #[wasm_bindgen(typescript_type = "WebAssembly.Memory")]
    pub type LinearMemory;
    /// `ToyView`
    #[wasm_bindgen(typescript_type = "ToyView")]
    pub type ToyRecord;
}
