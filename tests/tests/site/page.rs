//! The page as a visitor uses it: clicks, keys, addresses, and sizes.

use leak_lab_tests::{Options, Page, site, site_with};
use serde_json::json;
use std::path::PathBuf;

/// Presses a key as a person does.
async fn press(page: &Page, key: &str) {
    for kind in ["keyDown", "keyUp"] {
        page.call(
            "Input.dispatchKeyEvent",
            json!({ "type": kind, "key": key, "text": key }),
        )
        .await;
    }
}

fn status(slug: &str) -> String {
    format!("lab.scenarios().find((scenario) => scenario.slug === '{slug}')")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_leaks_until_the_next_click_and_the_address_says_so() {
    site(async |page| {
        page.open_lab("").await;
        assert_eq!(
            page.eval("lab.scenarios().filter(({ running }) => running).length")
                .await,
            0
        );
        page.click("[aria-label='Start leak-classes']").await;
        page.until("location.hash === '#leak-classes&chart'").await;
        page.until(&format!("{}.made >= 3", status("leak-classes")))
            .await;
        page.click("[aria-label='Stop leak-classes']").await;
        page.until("location.hash === ''").await;
        let made = page.eval(&format!("{}.made", status("leak-classes"))).await;
        page.eval("lab.collect()").await;
        assert_eq!(
            page.eval(&format!("{}.made", status("leak-classes"))).await,
            made
        );
        assert_eq!(
            page.eval(&format!("{}.alive", status("leak-classes")))
                .await,
            made,
            "every unit is kept"
        );
        assert_eq!(
            page.eval("lab.leakClasses.length").await,
            made,
            "on the list the guide names"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_step_buttons_make_exactly_what_they_say() {
    site(async |page| {
        page.open_lab("#guide=leak-buffers").await;
        for (units, total) in [("1", 1), ("100", 101), ("1,000", 1101)] {
            page.click(&format!("[aria-label='Make {units} of leak-buffers']"))
                .await;
            page.until(&format!("{}.made === {total}", status("leak-buffers")))
                .await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_starts_what_it_names_and_nothing_else() {
    site(async |page| {
        page.open_lab("#leak-classes&allocate-classes&chart&log").await;
        page.until(&format!("{}.made > 0 && {}.made > 0", status("leak-classes"), status("allocate-classes"))).await;
        let running = page.eval("lab.scenarios().filter(({ running }) => running).map(({ slug }) => slug)").await;
        assert_eq!(running, json!(["leak-classes", "allocate-classes"]));
        assert_eq!(
            page.eval("document.querySelector('lab-command input').value").await,
            "npm start -- --leak-classes --allocate-classes --chart --log"
        );
        page.until("/heapUsed: [\\d,]+ .*wasmLive: [\\d,]+/.test(document.querySelector('lab-log').textContent)").await;
        for name in ["rss", "heapTotal", "heapUsed", "external", "arrayBuffers"] {
            assert!(page.text("lab-log").await.contains(&format!("{name}: ")), "{name}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_command_line_sets_the_page() {
    site(async |page| {
        page.open_lab("").await;
        page.eval(
            "(() => { const input = document.querySelector('lab-command input'); input.value = 'npm start -- --chart --leak-objects=fixed,50ms'; input.form.requestSubmit(); })()",
        )
        .await;
        page.until("location.hash === '#leak-objects=fixed,50ms&chart'").await;
        let running = page.eval(&format!("{}.running", status("leak-objects"))).await;
        assert_eq!(running, json!({ "slug": "leak-objects", "fixed": true, "period": 50, "units": 1 }));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_options_sheet_lists_every_switch_and_opens_by_key_and_by_address() {
    site(async |page| {
        page.open_lab("").await;
        assert_eq!(
            page.eval("document.querySelector('dialog.options').open")
                .await,
            false
        );
        press(page, "?").await;
        page.until("document.querySelector('dialog.options').open")
            .await;
        let sheet = page.text("dialog.options").await;
        for slug in page
            .eval("lab.scenarios().map(({ slug }) => slug)")
            .await
            .as_array()
            .expect("slugs")
        {
            assert!(
                sheet.contains(&format!("--{}", slug.as_str().expect("a slug"))),
                "{slug}"
            );
        }
        for flag in ["--chart", "--log", "--heap-dump", "-h"] {
            assert!(sheet.contains(flag), "{flag}");
        }
        page.open_lab("?h").await;
        page.until("document.querySelector('dialog.options').open")
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guide_shows_the_code_that_was_compiled_and_what_to_expect() {
    site(async |page| {
        page.open_lab("#guide=leak-objects").await;
        page.until("document.querySelector('lab-guide').textContent.includes('+1\\u00a0000')")
            .await;
        let guide = page.text("lab-guide").await;
        for words in [
            "requests.set_length(0);",
            "crate/lab/src/scenario/heap/leak_objects.rs",
            "{stuff}",
            "leakObjects in Lab",
            "Comparison",
        ] {
            assert!(guide.contains(words), "{words} in {guide}");
        }
        page.open_lab("#guide=leak-boxes").await;
        page.until("/wasm linear memory/.test(document.querySelector('lab-guide .steps strong')?.textContent)")
            .await;
        let steps = page.text("lab-guide .steps").await;
        assert!(!steps.contains('*'), "a mark that is not read: {steps}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reset_gives_linear_memory_back() {
    site(async |page| {
        page.open_lab("").await;
        let first = page.eval("lab.meters().linear").await;
        page.eval("lab.step('high-water', 1)").await;
        page.eval("lab.step('leak-classes', 100)").await;
        assert!(page.eval("lab.meters().linear").await.as_f64() > Some(50e6));
        page.eval("lab.reset()").await;
        let meters = page.eval("lab.meters()").await;
        assert_eq!(meters["linear"], first);
        assert_eq!((&meters["made"], &meters["alive"]), (&json!(0), &json!(0)));
        assert_eq!(page.eval("lab.leakClasses").await, json!(null));
        assert_eq!(page.eval("lab.step('leak-boxes', 10)").await["made"], 10);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_toy_heap_is_collected_step_by_step() {
    site(async |page| {
        page.go("#learn=roots").await;
        let step = "[...document.querySelectorAll('lab-roots button')].find((button) => /step/i.test(button.textContent))";
        page.until(step).await;
        page.until(&format!("({step}.click(), /Sweep/.test(document.querySelector('lab-roots').textContent))")).await;
        assert!(page.text("lab-roots").await.contains("nothing is freed"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_measured_by_type_and_a_footprint_can_be_typed_in() {
    site(async |page| {
        page.open_lab("").await;
        let measured = page.eval("lab.measure().then(({ bytes, types }) => [bytes, types.has('JavaScript')])").await;
        assert!(measured[0].as_f64() > Some(100_000.0), "{measured}");
        assert_eq!(measured[1], true);
        page.click("[data-meter=footprint] summary").await;
        page.until("document.querySelector('[data-meter=footprint] form')?.checkVisibility()").await;
        page.eval("(() => { const form = [...document.querySelectorAll('lab-meters form')].at(-1); form.elements[0].value = '152'; form.requestSubmit(); })()").await;
        assert_eq!(page.eval("lab.meters().footprint").await, 152_000_000);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_overflows_at_any_size() {
    for (width, height) in [(380, 800), (700, 900), (700, 400), (1440, 900)] {
        let options = Options {
            width,
            height,
            ..Options::default()
        };
        site_with(options, async |page| {
            page.call(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
            )
            .await;
            page.open_lab("#guide=leak-boxes&log&witnesses").await;
            page.eval("document.querySelectorAll('details').forEach((details) => { details.open = true; })").await;
            // Without the scroll bar, which takes its part of the window.
            let root = "document.documentElement";
            let wide = page.eval(&format!("{root}.scrollWidth - {root}.clientWidth")).await;
            assert!(wide.as_f64() <= Some(0.0), "{width} x {height}: {wide} px too wide");
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_site_works_below_any_path() {
    let site = std::env::var_os("LEAK_LAB_SITE").map(PathBuf::from);
    let site =
        site.unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site").into());
    let (parent, name) = (
        site.parent().expect("a parent"),
        site.file_name().expect("a name"),
    );
    let path = format!("{}/", name.to_string_lossy());
    site_with(
        Options {
            root: Some(parent.into()),
            ..Options::default()
        },
        async |page| {
            page.open_lab(&path).await;
            assert_eq!(page.eval("lab.step('leak-classes', 3)").await["made"], 3);
        },
    )
    .await;
}
