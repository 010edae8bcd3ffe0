//! Running, stopping and failing: what ends, ends; what fails, fails alone and says so; and nothing is made afterwards.

mod asked;
mod ending;
mod failing;
mod truth;

use leak_lab_tests::{Options, Page, site_with};
use serde_json::Value;

/// What the tests ask of the page over and over.
const HELPERS: &str = r"
globalThis.turn = () => new Promise((resolve) => setTimeout(resolve));
globalThis.stateOf = (slug) => lab.scenarios().find((scenario) => scenario.slug === slug);
globalThis.made = (slug) => stateOf(slug).made;
globalThis.card = (slug) => {
    const found = document.querySelector(`#scenario-${slug}`).closest('lab-scenario');
    found.unfold(true); // its buttons are made when it is first opened
    return found;
};
globalThis.truth = (slug) => card(slug).querySelector('.scenario-truth').textContent;
globalThis.notices = () => document.querySelector('.notices').textContent;
globalThis.bench = (words) => [...document.querySelectorAll('lab-toolbar button')].find((button) => button.textContent === words);
globalThis.codeOf = async (deed) => { try { await deed(); } catch (error) { return error.code ?? String(error); } };
globalThis.running = () => lab.scenarios().flatMap(({ slug, running }) => (running ? [slug] : []));
// What is made between turns is made within twenty of them. A reset may still take away.
globalThis.moves = async (slug) => {
  let more = 0;
  for (let turns = 0, before = made(slug); turns < 20; turns++) {
    await turn();
    more += Math.max(0, made(slug) - before);
    before = made(slug);
  }
  return more;
};
";

/// Lets a test make any export of a wasm module trap, once.
const TRAPS: &str = r"
globalThis.trapOnce = '';
globalThis.rawExports = [];
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = async (...given) => {
  const { instance, module } = await instantiateStreaming.apply(WebAssembly, given);
  rawExports.push(instance.exports);
  const guarded = ([name, value]) => [name, typeof value !== 'function' ? value : (...given) => {
    if (trapOnce !== name) return value(...given);
    trapOnce = '';
    throw new WebAssembly.RuntimeError('unreachable');
  }];
  return { module, instance: { exports: Object.fromEntries(Object.entries(instance.exports).map(guarded)) } };
};
";

fn options() -> Options {
    Options {
        before_load: Some(format!("{HELPERS}{TRAPS}")),
        ..Options::default()
    }
}

async fn lab(test: impl AsyncFnOnce(&Page)) {
    site_with(options(), async |page| {
        page.open_lab("").await;
        test(page).await;
    })
    .await;
}

async fn notice(page: &Page, code: &str) {
    page.until(&format!("notices().includes({code:?})")).await;
}

/// The value of the body of an async function.
async fn run(page: &Page, body: &str) -> Value {
    page.eval(&format!("(async () => {{ {body} }})()")).await
}
