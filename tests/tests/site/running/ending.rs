//! What ends, ends for good.

use super::{lab, run};
use leak_lab_tests::Page;
use serde_json::json;

/// Ends a long step in some way as soon as it makes units, and looks on.
async fn ended(page: &Page, slug: &str, way: &str) {
    let seen = run(
        page,
        &format!(
            r"lab.budget(4000);
            await lab.step('{slug}', 3);
            const words = [];
            const watch = new MutationObserver(() => words.push(truth('{slug}')));
            watch.observe(card('{slug}'), {{ subtree: true, characterData: true, childList: true }});
            const begun = made('{slug}');
            card('{slug}').querySelector('[aria-label^=\'Make 1,000\']').click();
            const step = lab.step('{slug}', 1_000_000);
            while (made('{slug}') === begun) await turn();
            await ({way});
            const outcome = await step;
            while (card('{slug}').hasAttribute('busy')) await turn();
            const moved = await moves('{slug}');
            watch.disconnect();
            return {{ ...outcome, moved, odd: words.filter((word) => word.includes('−') || word.includes('-')), notices: notices(), busy: card('{slug}').hasAttribute('busy') }};"
        ),
    )
    .await;
    assert_eq!(seen["asked"], 1_000_000, "{slug}, {way}");
    assert!(
        seen["made"].as_u64() < Some(1_000_000),
        "{slug}, {way}: {seen}"
    );
    assert_eq!(seen["moved"], 0, "{slug}, {way}: made later");
    assert_eq!(seen["odd"], json!([]), "{slug}, {way}");
    assert_eq!(
        (&seen["notices"], &seen["busy"]),
        (&json!(""), &json!(false)),
        "{slug}, {way}"
    );
}

async fn every_way_to_end(slug: &str) {
    lab(async |page| {
        for way in [
            "lab.stop()".to_owned(),
            format!("lab.stop('{slug}')"),
            format!("lab.letGo('{slug}')"),
            "lab.letGo()".to_owned(),
            "lab.reset()".to_owned(),
            "bench('Stop all').click()".to_owned(),
            "bench('Let go of all').click()".to_owned(),
            format!("card('{slug}').querySelector('[aria-label^=\"Let go\"]').click()"),
            "bench('Reset').click()".to_owned(),
        ] {
            ended(page, slug, &way).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_ends_a_step_ends_it_for_good() {
    every_way_to_end("leak-objects").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn units_that_take_their_time_end_as_well() {
    every_way_to_end("removed-frame").await;
    every_way_to_end("worker-kept").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_waits_for_its_module_can_be_stopped() {
    lab(async |page| {
        let stopped = run(
            page,
            r"const { fetch } = globalThis;
            globalThis.fetch = () => new Promise(() => {});
            const step = lab.step('attached-growth', 10);
            await turn();
            await lab.stop();
            globalThis.fetch = fetch;
            return step;",
        )
        .await;
        assert_eq!(stopped, json!({ "made": 0, "asked": 10 }));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trap_ends_units_that_wait_for_the_instance_that_died() {
    lab(async |page| {
        let outcome = run(
            page,
            r"await lab.step('attached-growth', 1);
            // A frame that never has loaded.
            Object.defineProperty(HTMLIFrameElement.prototype, 'onload', { configurable: true, set() {} });
            const frames = lab.step('removed-frame', 1_000);
            while (!document.querySelector('#leak-removed-frame iframe')) await turn();
            delete HTMLIFrameElement.prototype.onload;
            trapOnce = 'make';
            const code = await codeOf(() => lab.step('attached-growth', 1));
            const { made } = await frames;
            await lab.stop();
            return [code, made, (await lab.step('removed-frame', 2)).made];",
        )
        .await;
        assert_eq!(outcome, json!(["wasm.trap", 0, 2]));
    })
    .await;
}
