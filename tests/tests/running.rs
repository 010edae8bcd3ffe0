//! Running, stopping and failing: what ends, ends; what fails, fails alone and says so; and nothing is made afterwards.

use leak_lab_tests::{Options, Page, site, site_with};
use serde_json::{Value, json};

/// What the tests ask of the page over and over.
const HELPERS: &str = r"
globalThis.turn = () => new Promise((resolve) => setTimeout(resolve));
globalThis.stateOf = (slug) => lab.scenarios().find((scenario) => scenario.slug === slug);
globalThis.made = (slug) => stateOf(slug).made;
globalThis.card = (slug) => document.querySelector(`#scenario-${slug}`).closest('lab-scenario');
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
async fn an_exception_ends_its_own_run_in_its_own_words() {
    lab(async |page| {
        page.eval("Object.freeze(lab)").await;
        page.eval("lab.start('allocate-locals', { period: 10 })").await;
        page.eval("lab.start('leak-classes', { period: 10 })").await;
        notice(page, "lab.unit-failed").await;
        assert!(page.text(".notices").await.contains("not extensible"));
        assert_eq!(page.eval("running()").await, json!(["allocate-locals"]));
        run(
            page,
            "const before = made('allocate-locals'); while (made('allocate-locals') === before) await turn();",
        )
        .await;
        assert_eq!(
            page.eval("codeOf(() => lab.step('leak-classes', 1))").await,
            "lab.unit-failed"
        );
        assert_eq!(page.eval("made('leak-classes')").await, 0);
        assert!(!page.text(".notices").await.contains("wasm."));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_let_go_does_not_keep_the_others_from_it() {
    lab(async |page| {
        for slug in ["leak-objects", "leak-buffers", "leak-boxes"] {
            page.eval(&format!("lab.step('{slug}', 10)")).await;
        }
        assert_eq!(page.eval("stateOf('leak-boxes').alive").await, 10);
        page.eval("Object.seal(lab)").await;
        page.eval("lab.letGo()").await;
        notice(page, "lab.unit-failed").await;
        assert_eq!(page.eval("stateOf('leak-boxes').alive").await, 0);
        assert_eq!(page.eval("stateOf('leak-objects').alive").await, 10);
        assert!(!page.text(".notices").await.contains("wasm."));
        // Held where nothing can be taken away either.
        page.open_lab("").await;
        page.eval("lab.hold('leak-objects')").await;
        page.eval("lab.step('leak-boxes', 10)").await;
        page.eval("Object.seal(lab)").await;
        page.eval("lab.letGo()").await;
        notice(page, "lab.unit-failed").await;
        assert_eq!(page.eval("stateOf('leak-boxes').alive").await, 0);
    })
    .await;
}

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
async fn a_trap_anywhere_renews_the_instance_and_keeps_the_recording() {
    site_with(options(), async |page| {
        for (export, deed) in [
            ("make", "lab.step('leak-objects', 1)"),
            ("make", "lab.start('leak-objects')"),
            ("make", "lab.hold('leak-objects')"),
            ("makeBatch", "lab.step('dropped-struct', 1)"),
            ("makePhase", "lab.step('fragmentation', 2)"),
            ("letGo", "lab.letGo('leak-boxes')"),
            ("letGo", "lab.reset()"),
            ("alive", "lab.collect()"),
            ("liveBytes", "moves('leak-boxes')"),
            ("externrefSlots", "lab.meters()"),
        ] {
            page.open_lab("#chart").await;
            let first = page.eval("lab.meters().linear").await;
            page.eval("lab.step('leak-boxes', 100)").await;
            page.eval("lab.start('leak-classes', { period: 60000 })")
                .await;
            page.eval("(globalThis.other = lab.step('leak-callbacks', 1_000_000), 0)")
                .await;
            assert_ne!(page.eval("lab.meters().linear").await, first);
            let thrown = page
                .eval(&format!("(trapOnce = '{export}', codeOf(() => {deed}))"))
                .await;
            let told = page.eval("notices()").await;
            assert!(
                thrown == "wasm.trap" || thrown == json!(null),
                "{export}, {deed}: {thrown}, {told}"
            );
            if thrown == json!(null) {
                notice(page, "wasm.trap").await;
            }
            page.until("trapOnce === ''").await;
            assert_eq!(page.eval("running()").await, json!([]), "{export}, {deed}");
            assert!(
                page.eval("other").await["made"].as_u64() < Some(1_000_000),
                "{export}, {deed}"
            );
            assert_eq!(
                page.eval("lab.meters().linear").await,
                first,
                "{export}, {deed}: a new instance"
            );
            assert_eq!(
                page.eval("lab.step('leak-boxes', 5)").await["made"],
                5,
                "{export}, {deed}"
            );
            page.eval("document.querySelector('lab-chart [role=application]').focus()")
                .await;
            page.until(
                "document.querySelector('lab-chart .chart-words').textContent.includes('100')",
            )
            .await;
        }
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

#[tokio::test(flavor = "multi_thread")]
async fn where_the_trap_is_what_is_shown_the_instance_lives_on() {
    lab(async |page| {
        assert_eq!(
            page.eval("lab.step('panic-abort', 1000)").await["made"],
            1_000
        );
        assert_eq!(page.eval("stateOf('panic-abort').alive").await, 1_000);
        page.eval("lab.collect()").await;
        assert_eq!(page.eval("stateOf('panic-abort').alive").await, 1_000);
        assert_eq!(page.text(".notices").await, "");
        page.eval("lab.letGo('panic-abort')").await;
        assert_eq!(page.eval("stateOf('panic-abort').alive").await, 0);
        // Each panic leaves its part of the stack behind, so that there is an end to it.
        page.eval("lab.budget(4000)").await;
        assert_eq!(
            page.eval("codeOf(() => lab.step('panic-abort', 10_000))")
                .await,
            "wasm.trap"
        );
        assert_eq!(page.eval("lab.step('panic-abort', 10)").await["made"], 10);
        assert_eq!(page.eval("stateOf('panic-abort').alive").await, 10);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_that_was_met_explains_no_later_trap() {
    lab(async |page| {
        let refuse = r"try { rawExports.at(-1).__wbindgen_malloc(0x70000000, 1); } catch {}";
        for (export, deed) in [
            ("make", "lab.step('leak-objects', 1)"),
            ("letGo", "lab.letGo('leak-objects')"),
            ("alive", "lab.collect()"),
            ("liveBytes", "lab.meters()"),
        ] {
            page.open_lab("").await;
            page.eval("lab.step('leak-objects', 1)").await;
            page.eval("lab.step('leak-boxes', 1)").await;
            run(page, refuse).await;
            assert_eq!(
                run(
                    page,
                    "return (await import('./wasm/lab.js')).refusedBytes();"
                )
                .await,
                0x7000_0000,
                "it was refused"
            );
            let thrown = page
                .eval(&format!("(trapOnce = '{export}', codeOf(() => {deed}))"))
                .await;
            if thrown == json!(null) {
                notice(page, "wasm.trap").await;
            } else {
                assert_eq!(thrown, "wasm.trap");
            }
            assert!(!page.text(".notices").await.contains("wasm.memory-full"));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_browser_has_no_room_one_run_ends() {
    lab(async |page| {
        page.eval("lab.start('leak-buffers', { period: 10 })").await;
        page.eval("lab.start('leak-classes', { period: 10 })").await;
        page.until("made('leak-buffers') > 0 && made('leak-classes') > 0").await;
        run(
            page,
            r"const Real = ArrayBuffer;
            globalThis.ArrayBuffer = class extends Real {
              constructor(bytes) {
                if (bytes === 100_000) throw new RangeError('Array buffer allocation failed');
                super(bytes);
              }
            };",
        )
        .await;
        notice(page, "lab.no-room").await;
        assert!(page.text(".notices").await.contains("allocation failed"));
        assert_eq!(page.eval("running()").await, json!(["leak-classes"]));
        run(
            page,
            "const before = made('leak-classes'); while (made('leak-classes') === before) await turn();",
        )
        .await;
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

/// Growth as the toolbar prints it, in megabytes.
const GROWTH: &str = "parseFloat(document.querySelector('.budget-words .number').textContent)";

#[tokio::test(flavor = "multi_thread")]
async fn garbage_of_the_page_before_is_no_part_of_the_baseline() {
    lab(async |page| {
        page.eval("lab.step('leak-objects', 3000)").await;
        page.eval("(globalThis.before = true, location.reload())").await;
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
        assert_eq!(page.eval("lab.step('leak-objects', 10)").await["made"], 0);
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
async fn a_unit_that_fails_ends_its_own_run() {
    let options = Options {
        graphics: true,
        ..options()
    };
    site_with(options, async |page| {
        page.open_lab("#leak-classes=10ms").await;
        page.eval("lab.start('webgl-context', { period: 10 })")
            .await;
        page.until("made('webgl-context') > 0").await;
        page.eval("HTMLCanvasElement.prototype.getContext = () => null")
            .await;
        notice(page, "lab.unit-failed").await;
        assert!(
            page.text(".notices")
                .await
                .contains("gives out no WebGL context")
        );
        assert_eq!(page.eval("running()").await, json!(["leak-classes"]));
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
