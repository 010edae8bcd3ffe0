//! The guide: pictures of what its steps speak of, and the place where it ends.

use std::fs;

use leak_lab_tests::{Page, site};
use serde_json::json;

/// What was asked for of the pictures.
const ASKED: &str = "performance.getEntriesByType('resource').map(({ name }) => name.split('/shots/')[1]).filter(Boolean).sort().join()";

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_loaded_when_it_is_looked_at_in_the_colours_of_the_page() {
    site(async |page| {
        page.open_lab("#guide=leak-classes").await;
        page.until("document.querySelectorAll('.steps .look').length === 2")
            .await;
        // What had been asked for before this would have come by now.
        page.eval("fetch('./checked.json', { cache: 'reload' }).then((answer) => answer.text())")
            .await;
        assert_eq!(page.eval(ASKED).await, "");
        page.click(".steps .look summary").await;
        let shown = "[...document.querySelectorAll('.look img')].find((image) => image.checkVisibility())";
        for theme in ["light", "dark"] {
            colours(page, theme).await;
            page.until(&format!("{shown}?.complete && {shown}.src.endsWith('leak-classes-comparison-{theme}.webp') && {shown}.naturalWidth > {shown}.width"))
                .await;
        }
        let loaded = "index.json,leak-classes-comparison-dark.webp,leak-classes-comparison-light.webp";
        assert_eq!(page.eval(ASKED).await, loaded);
        // The page's own switch is stronger than the system's.
        page.eval("document.documentElement.setAttribute('theme', 'light')")
            .await;
        page.until(&format!("{shown}.src.endsWith('-light.webp')"))
            .await;
        // Whatever is written on it is there to be read.
        let is_shaped = format!("Math.abs({shown}.naturalWidth / {shown}.naturalHeight - {shown}.getAttribute('width') / {shown}.getAttribute('height')) < 0.05");
        assert_eq!(page.eval(&is_shaped).await, true);
        let alt = page.eval(&format!("{shown}.alt")).await;
        assert!(alt.as_str().is_some_and(|alt| alt.contains("LeakyClass")), "{alt}");
        let caption = page.text(".look figcaption").await;
        assert!(caption.contains("Chrome 1") && caption.contains("50 units, not 1"), "{caption}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guide_without_snapshots_has_no_pictures_and_no_place_for_them() {
    site(async |page| {
        for (slug, ends_there) in [("window-listener", true), ("dropped-struct", false)] {
            page.open_lab(&format!("#guide={slug}")).await;
            page.until("document.querySelector('.steps')?.checkVisibility()")
                .await;
            let last = "document.querySelector('.steps > :last-child').matches('.drop-place')";
            assert_eq!(page.eval(last).await, ends_there, "{slug}");
            let pictures = page.eval("document.querySelectorAll('.look').length").await;
            assert_eq!(pictures, if ends_there { 3 } else { 0 }, "{slug}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guide_ends_with_its_snapshots_graded() {
    site(async |page| {
        let folder = tempfile::tempdir().expect("a folder");
        page.open_lab("#guide=leak-classes").await;
        page.until("document.querySelector('.drop-place')").await;
        let mut files = Vec::new();
        for (name, units) in [("before", 0), ("after", 20)] {
            if units > 0 {
                page.eval(&format!("lab.step('leak-classes', {units})"))
                    .await;
            }
            let file = folder.path().join(format!("{name}.heapsnapshot"));
            fs::write(&file, page.snapshot_text().await).expect("it is written");
            files.push(file.display().to_string());
        }
        // The button is reached by the keyboard, and opens the dialog.
        page.eval("document.querySelector('.drop-place input').addEventListener('click', () => { globalThis.dialog = true; }); document.querySelector('.drop-place button').focus()")
            .await;
        for kind in ["keyDown", "keyUp"] {
            let event = json!({ "type": kind, "key": "Enter", "text": "\r" });
            page.call("Input.dispatchKeyEvent", event).await;
        }
        page.until("globalThis.dialog").await;
        page.give_files("document.querySelector('.drop-place input')", &files)
            .await;
        graded(page).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_dropped_beside_the_place_is_opened_and_the_lab_is_not_lost() {
    site(async |page| {
        let folder = tempfile::tempdir().expect("a folder");
        page.open_lab("#guide=leak-classes").await;
        page.until("document.querySelector('.drop-place')").await;
        page.eval("globalThis.here = true; lab.step('leak-classes', 20)")
            .await;
        let file = folder.path().join("after.heapsnapshot");
        fs::write(&file, page.snapshot_text().await).expect("it is written");
        let carried = json!({ "items": [], "files": [file], "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            if kind == "drop" {
                page.until("document.querySelector('.drop-place[over]')").await;
            }
            let event = json!({ "type": kind, "x": 300, "y": 300, "data": carried });
            page.call("Input.dispatchDragEvent", event).await;
        }
        page.until("/taken of this page. Take another/.test(document.querySelector('.own-view')?.textContent)")
            .await;
        assert_eq!(page.eval("here").await, true);
        assert_eq!(page.eval("lab.meters().alive").await, 20);
    })
    .await;
}

/// The visitor is in the Snapshots room, and is told that everything was found.
async fn graded(page: &Page) {
    page.until("document.querySelector('header [aria-current]')?.dataset.room === 'snapshots'")
        .await;
    page.until("/All of it is there: 2 of 2/.test(document.querySelector('.graded .verdict')?.textContent)")
        .await;
}

async fn colours(page: &Page, theme: &str) {
    let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
    page.call("Emulation.setEmulatedMedia", features).await;
}
