//! What is shown, and what a choice changes.

use leak_lab_tests::{Options, browser_with, site, site_with};
use serde_json::json;

const CLICK: &[&str] = &["mousePressed", "mouseReleased"];

#[tokio::test(flavor = "multi_thread")]
async fn the_switches_show_what_the_address_shows_and_the_other_way_round() {
    site(async |page| {
        page.open_lab("#log").await;
        let on = "[...document.querySelectorAll('lab-shown label')].filter((label) => label.control.checked).map((label) => label.textContent).join()";
        assert_eq!(page.eval(on).await, "Chart,Log,Guide");
        page.eval("location.hash = '#chart&guide&witnesses'").await;
        page.until(&format!("{on} === 'Chart,Witnesses,Guide'"))
            .await;
        page.click("lab-shown label:nth-of-type(1)").await;
        page.until("document.querySelector('.room.lab').classList.contains('no-chart')")
            .await;
        assert_eq!(page.eval(on).await, "Witnesses,Guide");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_nobody_sees_takes_no_samples_until_it_is_seen_again() {
    let options = Options {
        before_load: Some(
            "globalThis.samples = 0; const { postMessage } = Worker.prototype; \
             Worker.prototype.postMessage = function (...message) { samples += message[0] instanceof Float64Array; postMessage.apply(this, message); }"
                .into(),
        ),
        ..Options::default()
    };
    browser_with(options, async |browser, page| {
        page.open_lab("#chart").await;
        page.until("samples > 3").await;
        // A tab in front of it, and nothing that makes it look focused.
        let seen = async |seen: bool| {
            let enabled = json!({ "enabled": seen });
            page.call("Emulation.setFocusEmulationEnabled", enabled)
                .await;
        };
        browser.cover().await;
        seen(false).await;
        page.until("document.hidden").await;
        // Hidden timers are slowed down, not stopped: three turns of one as fast as the samples prove it.
        page.eval(
            "globalThis.turns = 0; globalThis.before = samples; setInterval(() => turns++, 200); 0",
        )
        .await;
        page.until("turns >= 3").await;
        assert_eq!(page.eval("samples - before").await, 0);
        seen(true).await;
        page.until("samples > before").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_changes_what_it_chooses() {
    site(async |page| {
        page.open_lab("#guide=leak-objects").await;
        page.until("document.querySelector('lab-guide .steps li')")
            .await;
        let choose = async |place: &str, word: &str| {
            let find = format!(
                "[...document.querySelectorAll({place:?} + ' .segment')].find((segment) => segment.checkVisibility() && segment.textContent === {word:?})"
            );
            page.eval(&format!("{find}.scrollIntoView({{ block: 'center' }}); {find}.id = 'chosen'; 0"))
                .await;
            page.point(CLICK, "#chosen").await;
            page.eval("document.querySelector('#chosen').removeAttribute('id')")
                .await;
        };
        let guide = "document.querySelector('lab-guide').innerText";
        page.until(&format!("/\\+1[\\s,.’]?000/.test({guide})")).await;
        choose("lab-guide .choice", "Fixed").await;
        page.until(&format!("!/\\+1[\\s,.’]?000/.test({guide})")).await;
        choose("lab-guide .choice", "In JavaScript").await;
        page.until(&format!("{guide}.includes('The same, written in JavaScript')"))
            .await;
        choose("#scenario-leak-objects", "Fixed").await;
        page.click("[aria-label='Start leak-objects']").await;
        page.until("/leak-objects=[^&]*fixed/.test(location.hash)")
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_measurement_by_type_is_shown_when_the_browser_answers() {
    let options = Options {
        before_load: Some(
            "performance.measureUserAgentSpecificMemory = async () => ({ bytes: 3_000_000, breakdown: [ \
             { bytes: 1_000_000, types: ['DOM'], attribution: [] }, { bytes: 2_000_000, types: ['JavaScript'], attribution: [] }, \
             { bytes: 0, types: [], attribution: [] } ] });"
                .into(),
        ),
        ..Options::default()
    };
    site_with(options, async |page| {
        page.open_lab("").await;
        let meter = "[data-meter=userAgent]";
        page.click(&format!("{meter} summary")).await;
        assert!(page.text(meter).await.contains("not measured"));
        page.click(&format!("{meter} .meter-extra button")).await;
        let types = "document.querySelector('[data-meter=userAgent] .types').innerText.split(/\\s*\\n\\s*/).join()";
        page.until(&format!("{types} === 'JavaScript,2.0 MB,DOM,1.0 MB'"))
            .await;
        assert_eq!(page.text(&format!("{meter} .meter-value")).await, "3.0 MB");
    })
    .await;
}
