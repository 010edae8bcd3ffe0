//! What goes wrong, tried: absent meters, wasm that does not load, a trap, a full budget, addresses and arguments that
//! mean nothing. Each is said in words with a code, and nothing that was there is lost.

use leak_lab_tests::{Options, Page, site, site_with};
use serde_json::json;

async fn notice(page: &Page, code: &str) {
    page.until(&format!(
        "document.querySelector('.notices').textContent.includes({code:?})"
    ))
    .await;
}

/// What stands in for a room that could not be opened.
async fn failure(page: &Page, code: &str) {
    page.until(&format!(
        "document.querySelector('.failed')?.textContent.includes({code:?})"
    ))
    .await;
}

async fn no_notice(page: &Page) {
    assert_eq!(page.text(".notices").await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_performance_memory_the_page_works_and_says_why_the_meter_is_absent() {
    let before_load = Some("delete Performance.prototype.memory".to_owned());
    site_with(
        Options {
            before_load,
            ..Options::default()
        },
        async |page| {
            page.open_lab("#leak-classes&chart").await;
            let meters = page.eval("lab.meters()").await;
            assert_eq!(
                (&meters["jsUsed"], &meters["precision"]),
                (&json!(null), &json!("absent"))
            );
            let words = page.text("lab-meters").await;
            assert!(
                words.contains("absent") && words.contains("no performance.memory"),
                "{words}"
            );
            page.eval("lab.budget(4)").await;
            page.eval("lab.step('leak-buffers', 1000)").await;
            notice(page, "budget.reached").await;
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn bucketed_readings_are_found_out() {
    let arguments = vec!["--disable-site-isolation-trials".to_owned()];
    site_with(
        Options {
            arguments,
            ..Options::default()
        },
        async |page| {
            page.open_lab("").await;
            assert_eq!(page.eval("lab.meters().precision").await, "bucketed");
            assert!(page.text("lab-meters").await.contains("bucketed"));
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_isolation_the_measurement_by_type_says_what_is_missing() {
    site_with(
        Options {
            isolated: false,
            ..Options::default()
        },
        async |page| {
            page.open_lab("").await;
            let thrown = page
                .attempt("lab.measure()")
                .await
                .expect_err("it is absent");
            assert!(
                thrown.contains("[meter.not-isolated]")
                    && thrown.contains("Cross-Origin-Opener-Policy"),
                "{thrown}"
            );
            page.click("[data-meter=userAgent] > summary").await;
            page.until("document.querySelector('[data-meter=userAgent]').textContent.includes('not cross-origin isolated')")
                .await;
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_webassembly_is_told_what_to_do() {
    let arguments = vec!["--js-flags=--jitless".to_owned()];
    site_with(
        Options {
            arguments,
            ..Options::default()
        },
        async |page| {
            page.go("").await;
            failure(page, "wasm.unavailable").await;
            assert!(
                page.attempt("lab.step('leak-classes', 1)")
                    .await
                    .expect_err("not ready")
                    .contains("[lab.not-ready]")
            );
            page.click("[data-room=learn]").await;
            page.click("[href='#learn=roots']").await;
            page.until("/call stack/.test(document.querySelector('.card')?.textContent)")
                .await;
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_that_cannot_be_fetched_is_named() {
    // The browser itself reports the failed request to the console.
    site_with(
        Options {
            strict: false,
            ..Options::default()
        },
        async |page| {
            page.call(
                "Network.setBlockedURLs",
                json!({ "urls": ["*lab_bg.wasm"] }),
            )
            .await;
            page.go("").await;
            failure(page, "wasm.unavailable").await;
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_memory_ran_out_a_new_instance_goes_on_and_the_recording_is_kept() {
    site(async |page| {
        // Whether the browser's window has the focus is not up to the test.
        page.call(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        )
        .await;
        page.open_lab("").await;
        let first = page.eval("lab.meters().linear").await;
        page.eval("lab.budget(8000)").await;
        page.eval("lab.step('leak-classes', 10)").await;
        assert_eq!(
            page.eval("lab.step('leak-boxes', 10300)").await["made"],
            10_300
        );
        let thrown = page
            .attempt("lab.step('high-water', 1)")
            .await
            .expect_err("50 MB do not fit any more");
        assert!(
            thrown.contains("[wasm.memory-full]") && thrown.contains("50000000 bytes"),
            "{thrown}"
        );
        assert_eq!(
            page.eval("lab.meters().linear").await,
            first,
            "a new instance"
        );
        assert_eq!(
            page.eval("lab.leakClasses.length").await,
            10,
            "JavaScript's heap is untouched"
        );
        assert_eq!(page.eval("lab.step('leak-boxes', 5)").await["made"], 5);
        let summary = "document.querySelector('lab-chart .chart-words').textContent";
        page.eval("document.querySelector('lab-chart [role=application]').focus()")
            .await;
        page.until(&format!("({summary}).includes('leak-boxes')"))
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn linear_memory_at_its_maximum_stops_every_run() {
    site(async |page| {
        page.open_lab("").await;
        page.eval("lab.budget(8192)").await;
        let step = page.eval("lab.step('leak-boxes', 12000)").await;
        assert!(
            step["made"].as_u64() > Some(9_000) && step["made"].as_u64() < Some(12_000),
            "{step}"
        );
        notice(page, "budget.wasm-maximum").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_budget_stops_the_runs_and_says_so() {
    site(async |page| {
        page.open_lab("").await;
        page.eval("lab.budget(20)").await;
        page.eval("lab.start('leak-buffers', { period: 10, units: 100 })")
            .await;
        notice(page, "budget.reached").await;
        assert_eq!(
            page.eval("lab.scenarios().filter(({ running }) => running).length")
                .await,
            0
        );
        let step = page.eval("lab.step('leak-buffers', 100)").await;
        assert_eq!((&step["made"], &step["asked"]), (&json!(0), &json!(100)));
        page.eval("lab.letGo()").await;
        assert_eq!(
            page.eval("lab.step('leak-buffers', 100)").await["made"],
            100,
            "there is room again"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn garbage_does_not_count_against_the_budget() {
    site(async |page| {
        page.open_lab("").await;
        page.eval("lab.budget(20)").await;
        assert_eq!(
            page.eval("lab.step('allocate-locals', 2000)").await["made"],
            2_000,
            "80 MB of garbage"
        );
        no_notice(page).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_mean_nothing_are_named_and_ignored() {
    site(async |page| {
        page.open_lab("#leak-objets&no-such-thing&leak-classes&every=1")
            .await;
        notice(page, "no-such-thing").await;
        let words = page.text(".notices").await;
        assert!(
            words.contains("Did you mean “leak-objects”") && words.contains("every=1"),
            "{words}"
        );
        page.until("lab.scenarios().find(({ slug }) => slug === 'leak-classes').made > 0")
            .await;
        page.eval("location.hash = '#%E0%A4%A&<img src=x>'").await;
        page.until("document.querySelector('.notices').textContent.includes('<img src')")
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_cannot_raise_the_budget() {
    site(async |page| {
        page.open_lab("#budget=4000").await;
        notice(page, "budget=4000").await;
        page.open_lab("#budget=64").await;
        no_notice(page).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_arguments_throw_errors_with_a_code_and_advice() {
    site(async |page| {
        page.open_lab("").await;
        for (call, code) in [
            ("lab.step('leak-nothing', 1)", "lab.unknown-scenario"),
            ("lab.step('leak-classes', 0)", "lab.bad-count"),
            ("lab.step('leak-classes', 1.5)", "lab.bad-count"),
            ("lab.step('leak-classes', 'many')", "lab.bad-count"),
            ("lab.step('leak-classes', 1, 'leakier')", "lab.bad-variant"),
            ("lab.step('allocate-locals', 1, 'fixed')", "lab.no-fixed-variant"),
            ("lab.start('leak-classes', { period: 1 })", "lab.bad-rate"),
            ("lab.start('leak-classes', { units: 5000 })", "lab.bad-rate"),
            ("lab.stop('leak-nothing')", "lab.unknown-scenario"),
            ("lab.letGo('leak-nothing')", "lab.unknown-scenario"),
            ("lab.budget(-1)", "budget.bad"),
        ] {
            let caught = format!("(async () => {{ try {{ await {call}; }} catch ({{ code, advice, stack }}) {{ return [code, advice.length > 10, Boolean(stack)]; }} }})()");
            assert_eq!(page.eval(&caught).await, json!([code, true, true]), "{call}");
        }
        no_notice(page).await;
    })
    .await;
}
