//! What fails, fails alone, in its own words; after a trap there is a new instance.

use super::{lab, notice, options, run};
use leak_lab_tests::{Options, site_with};
use serde_json::json;

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
