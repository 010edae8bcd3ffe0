//! The treemap: tiles of several objects are gone into, and out again.

use leak_lab_tests::{Page, site};

use super::{choose, press};

const SAID: &str = "document.querySelector('.treemap-said').textContent";
const CRUMBS: &str =
    "[...document.querySelectorAll('.treemap-crumbs li')].map(({ textContent }) => textContent)";
const ROWS: &str = "[...document.querySelectorAll('.treemap table tbody tr')].map(({ children }) => children[0].textContent)";

/// Goes to a tile of several objects of one class, by keys; how it is called.
async fn a_class(page: &Page) -> String {
    page.eval("document.querySelector('.treemap canvas').focus()")
        .await;
    for way in ["ArrowRight", "ArrowDown"].iter().cycle().take(200) {
        let said = page.eval(SAID).await;
        let said = said.as_str().expect("a text");
        if let Some((name, _)) = said.split_once(": ")
            && name.contains(" × ")
        {
            return name.to_owned();
        }
        let before = page
            .eval("document.querySelector('.treemap-ring').style.cssText")
            .await;
        press(page, way).await;
        // At the edge it goes on from the other side.
        if page
            .eval("document.querySelector('.treemap-ring').style.cssText")
            .await
            == before
        {
            press(
                page,
                if *way == "ArrowDown" {
                    "ArrowLeft"
                } else {
                    "ArrowUp"
                },
            )
            .await;
        }
    }
    panic!("no tile of several")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tile_of_several_opens_into_its_members_and_one_of_these_into_what_it_dominates() {
    site(async |page| {
        page.go("#snapshots&view=treemap").await;
        choose(page, &super::fixture(super::DOM)).await;
        page.until(&format!("{ROWS}.length > 0")).await;
        let name = a_class(page).await;
        let current = |name: &str| format!("{CRUMBS}.at(-1) === {name:?}");

        // By the mouse, and out by a key.
        page.eval("document.querySelector('.treemap-stage').scrollIntoView({ block: 'center' })")
            .await;
        page.point(
            &["mouseMoved", "mousePressed", "mouseReleased"],
            ".treemap-ring",
        )
        .await;
        page.until(&current(&name)).await;
        page.until(&format!("{ROWS}.length > 1")).await;
        let caption = page.text(".treemap caption").await;
        assert!(caption.starts_with(&format!("{name}: ")), "{caption}");
        let crumbs = page.eval(CRUMBS).await;
        page.eval("document.querySelector('.treemap canvas').focus()")
            .await;
        press(page, "Backspace").await;
        let around = crumbs
            .as_array()
            .and_then(|all| all.iter().rev().nth(1))
            .expect("it is in something");
        page.until(&format!("{CRUMBS}.at(-1) === {around}")).await;

        // By a key; what is in the table is the same.
        let again = a_class(page).await;
        press(page, "Enter").await;
        page.until(&current(&again)).await;
        let label = page
            .eval("document.querySelector('.treemap canvas').ariaLabel")
            .await;
        assert!(
            label.as_str().is_some_and(|label| label.contains(&again)),
            "{label}"
        );

        // A member, from the table: it is within the tile of several, which one comes back to.
        page.eval("document.querySelector('.treemap-parts').open = true")
            .await;
        page.until("document.querySelector('.treemap tbody button')")
            .await;
        page.eval("document.querySelector('.treemap tbody button').focus()")
            .await;
        press(page, "Enter").await;
        page.until(&format!("{CRUMBS}.at(-2) === {again:?}")).await;
        page.click(".treemap-crumbs li:nth-last-child(2) button")
            .await;
        page.until(&current(&again)).await;
    })
    .await;
}
