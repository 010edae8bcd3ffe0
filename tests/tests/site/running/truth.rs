//! What the page says of what is alive, and of how much memory has grown.

use super::{lab, notice, run};
use leak_lab_tests::site;

/// Growth as the toolbar prints it, in megabytes.
const GROWTH: &str = "parseFloat(document.querySelector('.budget-words .number').textContent)";

#[tokio::test(flavor = "multi_thread")]
async fn what_was_held_is_let_go_of() {
    lab(async |page| {
        page.eval("lab.hold('leak-objects')").await;
        assert_eq!(page.eval("lab.leakObjects.length").await, 1);
        page.eval("lab.letGo('leak-objects')").await;
        assert_eq!(
            page.eval("[lab.held, lab.leakObjects].every((kept) => kept === undefined)")
                .await,
            true
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_any_collection_the_card_says_so() {
    lab(async |page| {
        run(
            page,
            "await lab.step('leak-objects', 10); await lab.letGo('leak-objects'); await lab.step('leak-objects', 20); await lab.collect();",
        )
        .await;
        assert_eq!(
            page.eval("truth('leak-objects')").await,
            "30 made, 20 alive after collection"
        );
        page.eval("lab.step('leak-objects', 1)").await;
        assert_eq!(
            page.eval("truth('leak-objects')").await,
            "31 made, 21 alive or not yet collected"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn both_halves_of_a_pair_are_on_its_card() {
    lab(async |page| {
        page.eval("lab.step('dropped-struct', 10)").await;
        assert_eq!(
            page.eval("truth('dropped-struct')").await,
            "10 made, 10 in JavaScript and 10 in Rust alive or not yet collected"
        );
        page.eval("lab.collect()").await;
        assert_eq!(
            page.eval("truth('dropped-struct')").await,
            "10 made, 0 in JavaScript and 0 in Rust alive after collection"
        );
        // Freed by hand, the Rust half is gone at once and the other waits for the collector.
        page.eval("lab.reset()").await;
        run(
            page,
            "await lab.step('dropped-struct', 10, 'fixed'); const { alive } = await import('./wasm/lab.js'); return alive(stateOf('dropped-struct').place);",
        )
        .await;
        assert_eq!(page.eval("stateOf('dropped-struct').halves").await["js"], 10);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn garbage_of_the_page_before_is_no_part_of_the_baseline() {
    lab(async |page| {
        page.eval("lab.step('leak-objects', 3000)").await;
        page.leave("(globalThis.before = true, location.reload())").await;
        page.until("globalThis.before === undefined && globalThis.lab && (await lab.ready, made('leak-objects') === 0)")
            .await;
        let used = page.eval("lab.meters().jsUsed").await;
        assert!(used.as_f64() > Some(100e6), "the garbage is there: {used}");
        page.eval("lab.collect()").await;
        page.eval("(globalThis.own = new ArrayBuffer(30e6), 0)")
            .await;
        page.until(&format!("{GROWTH} >= 30 && {GROWTH} < 60"))
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn growth_that_no_scenario_explains_is_called_so() {
    lab(async |page| {
        page.eval("lab.budget(100)").await;
        page.eval("(globalThis.own = new ArrayBuffer(200e6), 0)")
            .await;
        // A reading of the heap is up to 50 ms old: some units may be made before it shows what has grown.
        let step = page.eval("lab.step('leak-objects', 1000)").await;
        assert!(step["made"].as_u64() < Some(1000), "{step}");
        notice(page, "budget.not-ours").await;
        assert!(!page.text(".notices").await.contains("budget.reached"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_reach_the_budget_together_are_told_once() {
    lab(async |page| {
        let made = run(
            page,
            r"lab.budget(20);
            const steps = ['leak-objects', 'leak-buffers', 'leak-classes'].map((slug) => lab.step(slug, 10_000));
            return (await Promise.all(steps)).every(({ made }) => made < 10_000);",
        )
        .await;
        assert_eq!(made, true);
        notice(page, "budget.reached").await;
        assert!(!page.text(".notices").await.contains("times"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_measurement_under_way_is_shared() {
    site(async |page| {
        page.open_lab("").await;
        let asked = page
            .eval(
                r"(async () => {
                  let asked = 0;
                  performance.measureUserAgentSpecificMemory = async () => (asked++, { bytes: 1, breakdown: [] });
                  await Promise.all([lab.measure(), lab.measure()]);
                  await lab.measure();
                  return asked;
                })()",
            )
            .await;
        assert_eq!(asked, 2);
    })
    .await;
}
