//! What is asked for and cannot be had is refused, or said, and changes nothing else.

use super::{lab, notice, options, run};
use leak_lab_tests::{Options, site_with};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_rate_is_refused_before_anything_changes() {
    lab(async |page| {
        let codes = run(
            page,
            r"lab.start('leak-objects', { period: 50, units: 2 });
            const codes = [];
            for (const [slug, options] of [
              ['global-object', { units: -5 }],
              ['global-object', { period: 50 }],
              ['global-object', { units: NaN }],
              ['leak-objects', { units: -5 }],
              ['leak-objects', { period: '50' }],
              ['leak-objects', { variant: 'fixt' }],
            ]) codes.push(await codeOf(() => lab.start(slug, options)));
            return codes;",
        )
        .await;
        assert_eq!(
            codes,
            json!([
                "lab.once",
                "lab.once",
                "lab.once",
                "lab.bad-rate",
                "lab.bad-rate",
                "lab.bad-variant"
            ])
        );
        assert_eq!(page.eval("made('global-object')").await, 0);
        assert_eq!(
            page.eval("lab.scenarios().flatMap(({ running }) => running ?? [])")
                .await,
            json!([{ "slug": "leak-objects", "fixed": false, "period": 50, "units": 2 }])
        );
        page.eval("lab.start('leak-classes')").await;
        page.until("location.hash.includes('leak-classes')").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_with_a_rate_for_what_is_made_once_says_so_and_makes_one() {
    site_with(options(), async |page| {
        for (first, second) in [("x5", "50ms"), ("50ms", "x5")] {
            page.open_lab(&format!("#global-object={first}")).await;
            page.until("notices().includes('makes one unit, once')")
                .await;
            page.until("made('global-object') === 1").await;
            let moved = run(
                page,
                &format!(
                    r"let moved = 0;
                    for (let change = 0; change < 10; change++) {{
                      const changed = new Promise((resolve) => addEventListener('hashchange', resolve, {{ once: true }}));
                      location.hash = change % 2 ? '#global-object={first}' : '#global-object={second}';
                      await changed;
                      moved += await moves('global-object');
                    }}
                    return moved;"
                ),
            )
            .await;
            assert_eq!(moved, 0, "{first}");
            assert_eq!(page.eval("running()").await, json!(["global-object"]));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_ends_runs_and_leaves_steps_alone() {
    lab(async |page| {
        let step = run(
            page,
            r"lab.start('leak-classes', { period: 10 });
            const step = lab.step('leak-objects', 3_000);
            while (made('leak-objects') === 0) await turn();
            location.hash = '#allocate-locals';
            return step;",
        )
        .await;
        assert_eq!(step["made"], 3_000);
        page.until("running().join() === 'allocate-locals'").await;
        assert_eq!(page.eval("moves('leak-classes')").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_webgl_its_scenario_is_refused_and_the_others_run_on() {
    let options = Options {
        arguments: vec!["--disable-3d-apis".to_owned()],
        ..options()
    };
    site_with(options, async |page| {
        page.open_lab("#webgl-context&leak-classes=10ms").await;
        notice(page, "need.webGl").await;
        page.until("made('leak-classes') > 0").await;
        for deed in [
            "start('webgl-context')",
            "step('webgl-context', 1)",
            "hold('webgl-context')",
        ] {
            assert_eq!(
                page.eval(&format!("codeOf(() => lab.{deed})")).await,
                "need.webGl"
            );
        }
        assert_eq!(
            page.eval("[made('webgl-context'), running()]").await,
            json!([0, ["leak-classes"]])
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_arrive_says_so_and_can_be_started_again() {
    // The browser itself reports the failed requests to the console.
    let options = Options {
        strict: false,
        ..options()
    };
    site_with(options, async |page| {
        for (part, slug, code) in [
            ("*lab_web.js*", "attached-growth", "wasm.part-unavailable"),
            (
                "*lab_web_bg.wasm*",
                "attached-growth",
                "wasm.part-unavailable",
            ),
            (
                "*recipe/leak_classes.js*",
                "leak-classes",
                "recipe.unavailable",
            ),
        ] {
            page.call("Network.setBlockedURLs", json!({ "urls": [part] }))
                .await;
            page.open_lab("").await;
            page.eval("lab.start('leak-objects')").await;
            page.eval(&format!("lab.start('{slug}')")).await;
            notice(page, code).await;
            for _ in 0..2 {
                assert_eq!(
                    page.eval(&format!("codeOf(() => lab.step('{slug}', 1))"))
                        .await,
                    code
                );
            }
            assert_eq!(page.eval("running()").await, json!(["leak-objects"]));
            page.call("Network.setBlockedURLs", json!({ "urls": [] }))
                .await;
            assert_eq!(
                page.eval(&format!("lab.step('{slug}', 2)")).await["made"],
                2,
                "{part}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nothing_can_let_go_of_says_so_and_offers_a_new_page() {
    lab(async |page| {
        page.eval("lab.step('symbol-registry', 3)").await;
        page.eval("(globalThis.before = true, lab.step('leak-objects', 3))").await;
        page.eval("lab.letGo()").await;
        notice(page, "lab.cannot-let-go").await;
        assert_eq!(page.eval("[stateOf('symbol-registry').alive, stateOf('leak-objects').alive]").await, json!([3, 0]));
        page.eval("[...document.querySelectorAll('.notice button')].find(({ textContent }) => textContent === 'Load again').click()").await;
        page.until("globalThis.before === undefined && globalThis.lab && (await lab.ready, made('symbol-registry') === 0)").await;
    })
    .await;
}
