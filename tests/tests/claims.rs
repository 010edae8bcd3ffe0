//! Every claim of every scenario, leaky and fixed, held against a real Chromium.

use leak_lab_tests::{Claim, Evidence, Page, Snapshot, check, site};
use serde_json::Value;

macro_rules! scenarios {
    ($($name:ident: $slug:literal,)*) => {
        const SLUGS: &[&str] = &[$($slug),*];
        $(
            #[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                claims_hold($slug).await;
            }
        )*
    };
}

scenarios! {
    leak_objects: "leak-objects",
    leak_classes: "leak-classes",
    leak_buffers: "leak-buffers",
    leak_callbacks: "leak-callbacks",
    global_object: "global-object",
    allocate_classes: "allocate-classes",
    allocate_locals: "allocate-locals",
    leak_boxes: "leak-boxes",
    high_water: "high-water",
}

#[tokio::test(flavor = "multi_thread")]
async fn every_scenario_of_the_page_is_tested_here() {
    site(async |page| {
        page.open_lab("").await;
        let slugs = page.eval("lab.scenarios().map(({ slug }) => slug)").await;
        assert_eq!(slugs, serde_json::json!(SLUGS));
        if let Some(file) = std::env::var_os("LEAK_LAB_VERIFY") {
            let version = page.call("Browser.getVersion", serde_json::json!({})).await;
            let product = version["product"].as_str().expect("a product");
            let browser = product.replace("Headless", "").replace('/', " ");
            let date = page.eval("new Date().toISOString().slice(0, 10)").await;
            let noted = serde_json::json!({ "browser": browser, "date": date });
            std::fs::write(file, format!("{noted:#}\n")).expect("the note is written");
        }
    })
    .await;
}

async fn claims_hold(slug: &str) {
    site(async |page| {
        for variant in ["leaky", "fixed"] {
            page.open_lab("").await;
            let info = page
                .eval(&format!(
                    "lab.scenarios().find(({{ slug }}) => slug === '{slug}')"
                ))
                .await;
            if !info[variant].is_null() {
                variant_holds(page, &info, variant).await;
            }
        }
    })
    .await;
}

async fn variant_holds(page: &Page, info: &Value, variant: &str) {
    let slug = info["slug"].as_str().expect("a slug");
    let units = info["guideUnits"].as_u64().expect("units");
    let claims: Vec<Claim> =
        serde_json::from_value(info[variant]["claims"].clone()).expect("claims");
    let definitions = page.eval("lab.definitions()").await;
    // Whatever is made once (compiled code, the scenario's list) is made before the first reading.
    let exact_once = info["period"] == 0 || slug == "high-water";
    if !exact_once {
        page.eval(&format!("lab.step('{slug}', 1, '{variant}')"))
            .await;
        page.eval(&format!("lab.letGo('{slug}')")).await;
    }
    page.snapshot().await;
    let (meters_before, before) = reading(page).await;

    let step = page
        .eval(&format!("lab.step('{slug}', {units}, '{variant}')"))
        .await;
    assert_eq!(step["made"], units, "{slug} {variant}: made");

    if info["kind"] == "control" {
        page.until(&format!(
            "(await lab.collect()).collected && {} === 0",
            alive(slug)
        ))
        .await;
    }
    let mut failures;
    let (mut meters_after, mut after) = reading(page).await;
    let mut tries = 0;
    loop {
        let evidence = Evidence {
            units: units as f64,
            snapshots: [&before, &after],
            meters: [&meters_before, &meters_after],
            definitions: &definitions,
        };
        failures = claims
            .iter()
            .filter_map(|claim| check(claim, &evidence).err())
            .collect::<Vec<_>>();
        // A reading of performance.memory may be 50 ms old, and the engine may be busy with itself: look again.
        tries += 1;
        if failures.is_empty() || tries == 4 {
            break;
        }
        (meters_after, after) = reading(page).await;
    }
    assert!(failures.is_empty(), "{slug} {variant}: {failures:#?}");

    page.eval(&format!("lab.letGo('{slug}')")).await;
    page.until(&format!(
        "(await lab.collect()).collected && {} === 0",
        alive(slug)
    ))
    .await;
}

fn alive(slug: &str) -> String {
    format!("lab.scenarios().find((scenario) => scenario.slug === '{slug}').alive")
}

async fn reading(page: &Page) -> (Value, Snapshot) {
    let collected = page.eval("lab.collect()").await;
    assert_eq!(collected["collected"], true, "the page's own collection");
    page.call("HeapProfiler.collectGarbage", serde_json::json!({}))
        .await;
    let meters = page.eval("lab.meters()").await;
    (meters, page.snapshot().await)
}
