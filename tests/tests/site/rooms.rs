//! The rooms of the page: how one gets into each, what goes on meanwhile, and what an address means.

use leak_lab_tests::{Options, Page, site, site_with};
use serde_json::{Value, json};

const RUNNING: &str = "lab.scenarios().filter(({ running }) => running).map(({ slug }) => slug)";

/// Goes to a room by its link in the header.
async fn enter(page: &Page, room: &str, there: &str) {
    page.click(&format!("header [data-room={room}]")).await;
    page.until(&format!(
        "document.querySelector({there:?})?.checkVisibility()"
    ))
    .await;
}

/// The addresses of everything that the page has fetched.
async fn fetched(page: &Page) -> String {
    let names = page
        .eval("performance.getEntriesByType('resource').map(({ name }) => name)")
        .await;
    names.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_opens_the_page_at_snapshots_loads_neither_the_lab_nor_the_scope() {
    site(async |page| {
        page.go("#snapshots").await;
        page.until("document.querySelector('.invitation')").await;
        let before = fetched(page).await;
        assert!(before.contains("/snapshots/room.js"), "{before}");
        for other in [
            "wasm/lab",
            "wasm/scope",
            "/scope/scope.js",
            "/scope/chart.js",
            "/lab/room.js",
            "/learn/room.js",
        ] {
            assert!(!before.contains(other), "{other} in {before}");
        }
        assert_eq!(page.eval("typeof lab").await, "undefined");
        enter(page, "lab", "lab-scenarios").await;
        page.until("document.querySelector('lab-chart').scope.ready")
            .await;
        assert_eq!(page.eval("lab.step('leak-classes', 3)").await["made"], 3);
        let after = fetched(page).await;
        assert!(
            after.contains("wasm/lab") && after.contains("/scope/scope.js"),
            "{after}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_runs_goes_on_in_the_other_rooms_and_back_leads_to_it() {
    site(async |page| {
        page.open_lab("#leak-classes").await;
        enter(page, "learn", ".learn-list").await;
        assert_eq!(
            page.eval("document.querySelector('header [aria-current=page]').textContent")
                .await,
            "Learn"
        );
        assert_eq!(page.eval("document.title").await, "Learn · Leak Lab");
        let made = "lab.scenarios().find(({ slug }) => slug === 'leak-classes').made";
        let before = page.eval(made).await;
        page.until(&format!("{made} > {before}")).await;
        page.eval("history.back()").await;
        page.until("document.querySelector('lab-scenarios').checkVisibility()")
            .await;
        page.until("location.hash === '#leak-classes&chart'").await;
        assert_eq!(page.eval(RUNNING).await, json!(["leak-classes"]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn going_back_to_the_lab_starts_nothing_that_has_been_stopped_meanwhile() {
    site(async |page| {
        page.open_lab("#leak-classes").await;
        for back in [
            "history.back()",
            "document.querySelector('[data-room=lab]').click()",
        ] {
            page.eval("lab.start('leak-classes')").await;
            enter(page, "snapshots", ".invitation").await;
            page.eval("lab.stop()").await;
            page.eval(back).await;
            page.until("document.querySelector('lab-scenarios').checkVisibility()")
                .await;
            page.until("location.hash === ''").await;
            assert_eq!(page.eval(RUNNING).await, json!([]), "{back}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn old_and_new_addresses_mean_what_they_say() {
    // An address, what the page makes of it, and what is then true.
    let table = [
        (
            "",
            "",
            "document.querySelector('lab-log')?.checkVisibility() === false",
        ),
        (
            "#lab",
            "",
            "document.querySelector('lab-chart')?.checkVisibility()",
        ),
        (
            "#chart",
            "",
            "document.querySelector('lab-guide')?.checkVisibility()",
        ),
        (
            "#guide=leak-boxes",
            "#chart&guide=leak-boxes",
            "/leak-boxes/.test(document.querySelector('.guide-head')?.textContent)",
        ),
        (
            "#leak-objects&chart&log",
            "#leak-objects&chart&log",
            "document.querySelector('lab-log')?.checkVisibility()",
        ),
        (
            "#log&no-chart&no-guide",
            "#no-chart&log&no-guide",
            "document.querySelector('lab-chart')?.checkVisibility() === false",
        ),
        (
            "#leak-objects=fixed,55ms,x2",
            "#leak-objects=fixed,55ms,x2&chart",
            "document.querySelector('lab-scenario[running] [type=radio][value=fixed]')?.checked",
        ),
        (
            "#span=all&every=50&budget=64",
            "#chart&span=all&every=50&budget=64",
            "document.querySelector('.budget input')?.value === '64'",
        ),
        (
            "#help",
            "",
            "document.querySelector('dialog.options')?.open",
        ),
        ("#h", "", "document.querySelector('dialog.options')?.open"),
        ("#?", "", "document.querySelector('dialog.options')?.open"),
        (
            "#learn",
            "#learn",
            "document.querySelector('.learn-list')?.checkVisibility()",
        ),
        (
            "#learn=meters",
            "#learn=meters",
            "document.querySelector('.card lab-boxes')",
        ),
        (
            "#learn=nothing",
            "#learn",
            "/nothing/.test(document.querySelector('.notices')?.textContent)",
        ),
        (
            "#learn=tools&chart",
            "#learn=tools",
            "/“chart”/.test(document.querySelector('.notices')?.textContent)",
        ),
        (
            "#snapshots",
            "#snapshots",
            "document.querySelector('.invitation')",
        ),
        (
            "#snapshots&view=summary",
            "#snapshots&view=summary",
            "document.querySelector('.notices')?.textContent === ''",
        ),
        (
            "#snapshots&%00%E2%80%AEx=1",
            "#snapshots",
            "document.querySelector('.notices')?.textContent.includes('“x=1”')",
        ),
    ];
    site(async |page| {
        for (link, address, holds) in table {
            page.go(link).await;
            page.until(&format!("location.hash === {address:?}")).await;
            page.until(holds).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_was_left_while_its_room_was_loading_starts_nothing() {
    let before_load = Some(
        "addEventListener('DOMContentLoaded', () => { location.hash = '#leak-objects'; })"
            .to_owned(),
    );
    site_with(
        Options {
            before_load,
            ..Options::default()
        },
        async |page| {
            page.go("#global-object").await;
            page.until(&format!(
                "globalThis.lab && (await lab.ready, String({RUNNING})) === 'leak-objects'"
            ))
            .await;
            assert_eq!(
                page.eval("document.querySelectorAll('main > *').length")
                    .await,
                1
            );
            assert_eq!(
                page.eval("lab.scenarios().find(({ slug }) => slug === 'global-object').made")
                    .await,
                0
            );
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_the_guide_leaves_what_runs_alone() {
    site(async |page| {
        page.open_lab("#leak-classes").await;
        enter(page, "learn", ".learn-list").await;
        page.click("[href='#learn=roots']").await;
        page.click(".card [href='#guide=leak-boxes']").await;
        page.until("/leak-boxes/.test(document.querySelector('.guide-head').textContent)")
            .await;
        page.until("location.hash === '#leak-classes&chart&guide=leak-boxes'")
            .await;
        assert_eq!(page.eval(RUNNING).await, json!(["leak-classes"]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_very_many_unknown_words_ten_are_named() {
    site(async |page| {
        page.open_lab("").await;
        page.eval("location.hash = '#' + 'a%E2%80%AE&'.repeat(200000) + 'log'")
            .await;
        page.until("/more/.test(document.querySelector('.notices').textContent)")
            .await;
        let words = page.text(".notice-message").await;
        assert!(words.ends_with("And 199,991 more."), "{words}");
        assert!(
            words.matches("“a”").count() == 10 && words.len() < 1_000,
            "{words}"
        );
        assert!(!words.contains('\u{202e}'), "{words}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_is_told_only_of_what_it_shows() {
    site(async |page| {
        page.open_lab("").await;
        let toggled = |label: &str| {
            format!(
                "(() => {{
                    const card = customElements.get('lab-scenario').prototype;
                    const {{ refresh }} = card;
                    let times = 0;
                    card.refresh = function () {{ times += 1; refresh.call(this); }};
                    [...document.querySelectorAll('.toggle')].find((toggle) => toggle.textContent === {label:?}).click();
                    card.refresh = refresh;
                    return times;
                }})()"
            )
        };
        assert_eq!(page.eval(&toggled("Log")).await, 0);
        assert_eq!(page.eval("document.querySelector('lab-log').checkVisibility()").await, true);
        let cards = page.eval("document.querySelectorAll('lab-scenario').length").await;
        assert_eq!(page.eval(&toggled("Witnesses")).await, cards);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_on_after_a_reload_at_once() {
    site(async |page| {
        page.open_lab("").await;
        page.leave("globalThis.old = true; document.querySelector(\"[aria-label='Start leak-classes']\").click(); location.reload()").await;
        page.until("!globalThis.old && globalThis.lab").await;
        page.eval("lab.ready").await;
        page.until(&format!("String({RUNNING}) === 'leak-classes'")).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_starts_something_starts_it_again() {
    site(async |page| {
        page.go("#learn=exercises").await;
        let link = ".tasks a[href^='#leak-objects']";
        page.click(link).await;
        page.until(&format!("globalThis.lab && (await lab.ready, String({RUNNING})) === 'leak-objects'")).await;
        page.eval(&format!("lab.stop(); document.querySelector({link:?}).click()")).await;
        page.until(&format!("String({RUNNING}) === 'leak-objects'")).await;
        let names = page
            .eval("[...document.querySelectorAll('.tasks a.button')].map(({ textContent }) => textContent)")
            .await;
        let mut names: Vec<_> = names.as_array().expect("a list").iter().map(Value::to_string).collect();
        names.dedup();
        assert_eq!(names.len(), 4, "{names:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_overflows_at_320_px_in_any_room() {
    let options = Options {
        width: 320,
        height: 800,
        ..Options::default()
    };
    site_with(options, async |page| {
        let size = json!({ "width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        page.call("Emulation.setDeviceMetricsOverride", size).await;
        for (link, there) in [
            ("#guide=leak-boxes&log&witnesses", "lab-guide .steps"),
            ("#snapshots", ".invitation"),
            ("#learn", ".learn-list"),
            ("#learn=roots", "lab-roots .buttons"),
            ("#learn=meters", "lab-boxes"),
            ("#learn=tools", ".tools"),
            ("#learn=exercises", ".tasks"),
            ("#learn=production", ".card pre"),
        ] {
            page.go(link).await;
            page.until(&format!("document.querySelector({there:?})")).await;
            page.eval("document.querySelectorAll('details').forEach((details) => { details.open = true; })").await;
            let root = "document.documentElement";
            let wide = page.eval(&format!("{root}.scrollWidth - {root}.clientWidth")).await;
            assert!(wide.as_f64() <= Some(0.0), "{link}: {wide} px too wide");
        }
    })
    .await;
}
