//! The background cards, with scripts and without.

use leak_lab_tests::{Options, site, site_with};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn cards_and_scenarios_lead_to_each_other() {
    site(async |page| {
        page.open_lab("").await;
        let script = "(async () => {
            const { CARDS } = await import('./learn/index.js');
            const { loadCard } = await import('./learn/card.js');
            const slugs = lab.scenarios().map(({ slug }) => slug);
            return Promise.all(CARDS.map(async ({ id, title, scenarios }) => {
                const box = document.createElement('div');
                box.append(...await loadCard(id));
                const words = [...box.querySelectorAll('a')].flatMap((link) => link.getAttribute('href').startsWith('#') ? link.hash.slice(1).replace('guide=', '').split('&') : []);
                const linked = [...new Set(words.filter((word) => slugs.includes(word)))].sort();
                return { id, title: box.querySelector('h2').textContent === title, linked, listed: [...scenarios].sort() };
            }));
        })()";
        let cards = page.eval(script).await;
        assert_eq!(cards.as_array().map(Vec::len), Some(5));
        for card in cards.as_array().expect("a list") {
            assert_eq!(card["title"], true, "{card}");
            assert_eq!(card["linked"], card["listed"], "{card}");
        }
        page.click("lab-guide [href='#learn=tools']").await;
        page.until("/Heap snapshot/.test(document.querySelector('.card')?.textContent)").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_can_be_read_without_scripts() {
    site(async |page| {
        page.call(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        )
        .await;
        page.go("").await;
        page.until("document.querySelector('noscript a')?.checkVisibility()")
            .await;
        assert_eq!(
            page.eval("document.querySelector('main').checkVisibility()")
                .await,
            false
        );
        page.go("learn/card/roots.html").await;
        page.until("/call stack/.test(document.querySelector('main')?.textContent)")
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_does_not_arrive_can_be_asked_for_again() {
    // The browser itself reports the failed request to the console.
    let options = Options {
        strict: false,
        ..Options::default()
    };
    site_with(options, async |page| {
        page.call("Network.setBlockedURLs", json!({ "urls": ["*/learn/card/*"] })).await;
        page.go("#learn=roots").await;
        page.until("/the connection failed/.test(document.querySelector('.card [role=alert]')?.textContent)").await;
        page.call("Network.setBlockedURLs", json!({ "urls": [] })).await;
        page.click(".card [role=alert] button").await;
        page.until("/call stack/.test(document.querySelector('.card')?.textContent)").await;
    })
    .await;
}
