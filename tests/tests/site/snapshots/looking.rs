//! Views, keys, and one object.

use heap::{Column, Sort};
use leak_lab_tests::site;
use serde_json::json;

use super::{DOM, FILLED, PAIR, choose, column, fixture, native, press, view};

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_is_told_first_and_its_summary_has_devtools_rows_and_nothing_is_sent() {
    site(async |page| {
        page.go("#snapshots").await;
        page.until(
            "/Nothing is uploaded/.test(document.querySelector('.invitation')?.textContent)",
        )
        .await;
        let mut events = page.events();
        choose(page, &fixture(DOM)).await;
        page.until("document.querySelector('.verdict')").await;
        let snapshot = native(DOM);
        let glance = page
            .eval("document.querySelector('.glance').textContent")
            .await;
        let largest = snapshot
            .rows()
            .iter()
            .max_by_key(|row| row.shallow)
            .expect("rows");
        let told = format!(
            "{:.1} MB in {} objects. Most of it: {} {:.1}\u{a0}%",
            snapshot.total_size() as f64 / 1e6,
            snapshot.graph().node_count(),
            String::from_utf8_lossy(&largest.name),
            100.0 * largest.shallow as f64 / snapshot.total_size() as f64,
        );
        let glance = glance.as_str().expect("a sentence").replace(',', "");
        assert!(glance.starts_with(&told), "{glance}: {told}");
        view(page, "summary").await;
        page.until(FILLED).await;
        let mut rows: Vec<_> = snapshot.rows().iter().collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.retained));
        let texts = page.eval(&column(0)).await;
        for (at, row) in rows.iter().take(8).enumerate() {
            let name = String::from_utf8_lossy(&row.name);
            let shown = texts[at].as_str().expect("a text").replace(',', "");
            assert!(
                shown.starts_with(&*name) && shown.ends_with(&format!("×{}", row.count)),
                "{shown}: {name} {}",
                row.count
            );
        }
        let sizes = json!([rows[0].shallow, rows[0].retained]);
        let written = page
            .eval(&format!(
                "import('./ui/figure.js').then(({{ bytes }}) => {sizes}.map(bytes))"
            ))
            .await;
        for (place, size) in [(2, &written[0]), (3, &written[1])] {
            let cell = page.eval(&format!("{}[0]", column(place))).await;
            let size = size.as_str().expect("a text");
            assert!(
                cell.as_str().is_some_and(|cell| cell.starts_with(size)),
                "{cell}: {size}"
            );
        }
        assert_eq!(
            page.eval("document.querySelector('.view-grid').ariaRowCount")
                .await,
            (rows.len() + 1).to_string()
        );

        while let Some(event) = events.waiting() {
            if event.method == "Network.requestWillBeSent" {
                let request = &event.params["request"];
                assert_eq!(
                    (&request["method"], &request["hasPostData"]),
                    (&json!("GET"), &json!(null)),
                    "{request}"
                );
            }
        }
        assert_eq!(
            page.eval("location.hash").await,
            "#snapshots&view=summary",
            "nothing of the file is in the address"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_grid_is_used_by_keys_alone() {
    site(async |page| {
        page.go("#snapshots&view=containment").await;
        choose(page, &fixture(DOM)).await;
        page.until(FILLED).await;
        page.eval("document.querySelector('.view-grid').focus()").await;
        let active = "document.getElementById(document.querySelector('.view-grid').getAttribute('aria-activedescendant'))";
        let number = format!("Number({active}?.ariaRowIndex ?? 0)");
        let until = async |expression: String| page.until(&expression).await;
        press(page, "ArrowDown").await;
        until(format!("{number} === 2")).await;
        press(page, "ArrowRight").await;
        until(format!("{active}.ariaExpanded === 'true' && document.querySelector('.view-grid .line[aria-level=\"2\"]:not(.absent)')")).await;
        press(page, "ArrowRight").await;
        until(format!("{active}?.ariaLevel === '2' && {number} === 3")).await;
        press(page, "ArrowLeft").await;
        until(format!("{number} === 2")).await;
        press(page, "ArrowLeft").await;
        until(format!("{active}.ariaExpanded === 'false' && !document.querySelector('.view-grid .line[aria-level=\"2\"]')")).await;
        press(page, "End").await;
        until(format!("{number} === Number(document.querySelector('.view-grid').ariaRowCount) && !{active}.classList.contains('absent')")).await;
        press(page, "Home").await;
        until(format!("{number} === 2")).await;

        // A link to a view keeps the focus when it was followed.
        page.eval("document.querySelector(\".views a[href*='view=dominators']\").focus()").await;
        press(page, "Enter").await;
        page.until("location.hash.includes('view=dominators') && document.activeElement.textContent === 'Dominators'").await;
        page.eval("document.querySelector('.view-grid').focus()").await;
        press(page, "[").await;
        page.until("location.hash.includes('view=containment')").await;

        // The keys of the room; the same ones turned off.
        press(page, "2").await;
        page.until("location.hash.includes('view=summary')").await;
        page.until(FILLED).await;
        press(page, "[").await;
        page.until("location.hash.includes('view=containment')").await;
        press(page, "2").await;
        page.until("location.hash.includes('view=summary')").await;
        page.until(FILLED).await;
        press(page, "/").await;
        page.until("document.activeElement.getAttribute('aria-label') === 'Filter constructors'").await;
        for letter in "Array".chars() {
            press(page, &letter.to_string()).await;
        }
        page.until("location.hash.includes('filter=Array')").await;
        page.until(&format!("{FILLED} && {}.every((name) => /array/i.test(name))", column(0))).await;
        page.click(".room-keys input").await;
        page.eval("document.querySelector('.view-grid').focus()").await;
        press(page, "6").await;
        press(page, "Home").await;
        page.until(&format!("{number} === 2")).await;
        assert_eq!(page.eval("location.hash.includes('view=summary')").await, true);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_object_says_why_it_is_alive_and_what_cutting_a_reference_would_free() {
    site(async |page| {
        let snapshot = native(PAIR[1]);
        // The array that the program's leak is kept in.
        let row = snapshot.rows().iter().max_by_key(|row| (row.name.starts_with(b"Leaky"), row.count)).expect("a row");
        let class = snapshot.find_class(&row.key).expect("a class");
        let passing = snapshot.filter(&heap::Filter::All);
        let objects = snapshot.instances(class, &passing, Sort::descending(Column::Retained), 0..1);
        let node = objects.rows[0];
        let id = snapshot.graph().id(node).0;
        page.go(&format!("#snapshots&view=summary&object=@{id}")).await;
        choose(page, &fixture(PAIR[1])).await;
        page.until("document.querySelector('.object:not([hidden]) .sentence')").await;
        let paths = snapshot.paths(node, &heap::path::Options { most: 1, ..Default::default() });
        let first = &paths.list[0];
        assert_eq!(page.eval("document.querySelectorAll('.way')[0].querySelectorAll('.path-steps > li').length").await, first.steps.len());
        let told = page.text(".object h2").await;
        assert!(told.contains(&format!("@{id}")), "{told}");

        page.click(".way .path-steps button[aria-label^=Cut]").await;
        page.until("/would (go|be freed)/.test(document.querySelector('.cuts:not([hidden]) [aria-live]')?.textContent)").await;
        let before = page.eval("document.querySelectorAll('.way .sentence')[0].textContent").await;
        page.click(".way .path-steps button[aria-label^=Ignore]").await;
        page.until("/ignored/.test(document.querySelector('.why')?.textContent)").await;
        assert_ne!(page.eval("document.querySelector('.way .sentence')?.textContent").await, before);
        page.eval("[...document.querySelectorAll('.object .segment input')].find(({ value }) => value === 'retainers').click()").await;
        page.until("document.querySelector('.retainers-grid .lines > .line:not(.absent)')").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_file_has_its_views() {
    site(async |page| {
        page.go("#snapshots").await;
        page.click(".samples li:nth-child(3) button").await;
        page.until("document.querySelector('.views a[href*=\"view=timeline\"]')").await;
        view(page, "timeline").await;
        page.until(&format!("document.querySelector('.timeline rect') && {FILLED}")).await;
        let all = page.eval("document.querySelector('.own-view .view-grid').ariaRowCount").await;
        page.eval("(([from, to]) => { const bars = [...document.querySelectorAll('.timeline rect')].map((bar) => bar.height.baseVal.value); const tallest = bars.indexOf(Math.max(...bars)); from.value = tallest; to.value = tallest; to.dispatchEvent(new Event('input')); })(document.querySelectorAll('.timeline-place input'))").await;
        page.until(&format!("document.querySelector('.own-view .view-grid').ariaRowCount !== '{}' && {FILLED}", all.as_str().unwrap_or_default())).await;
        for (name, shown) in [
            ("statistics", "document.querySelector('.ring')"),
            ("dominators", FILLED),
            ("allocations", FILLED),
            ("strings", FILLED),
            ("detached", "document.querySelector('.view-grid .line')"),
        ] {
            let fits = page.eval(&format!("document.querySelector('.views a[href*=\"view={name}\"]') !== null")).await;
            if name != "allocations" || fits == true {
                view(page, name).await;
                page.until(shown).await;
            }
        }
        choose(page, &fixture("node-sampling.heapprofile.gz")).await;
        page.until("document.querySelectorAll('.file progress[hidden]').length === 2").await;
        page.eval("document.querySelectorAll('.file-name')[1].click()").await;
        page.until("document.querySelector('.views a[href*=\"view=flame\"]')").await;
        for (name, shown) in [("functions", FILLED), ("calls", FILLED), ("flame", "document.querySelectorAll('.frame').length > 3")] {
            view(page, name).await;
            page.until(shown).await;
        }
        // What runs elsewhere goes on, and what is open stays open.
        page.click("header [data-room=learn]").await;
        page.until("document.querySelector('.learn-list')?.checkVisibility()").await;
        page.click("header [data-room=snapshots]").await;
        page.until("document.querySelectorAll('.file').length === 2 && location.hash.includes('view=flame')").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_mean_nothing_are_named_and_the_rest_is_followed() {
    site(async |page| {
        page.go("#snapshots&view=nonsense&only=detached&object=me&actions=0&file=9&so")
            .await;
        page.until("document.querySelector('.notices').textContent.includes('There is no view')")
            .await;
        let said = page.text(".notices").await;
        for words in [
            "“nonsense”",
            "object=@4711",
            "from 1 to 999999",
            "Unknown word “so”",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
        page.until("location.hash === '#snapshots&only=detached'")
            .await;
        choose(page, &fixture(DOM)).await;
        view(page, "summary").await;
        page.until(FILLED).await;
        assert_eq!(
            page.eval("document.querySelector('[aria-label=\"Filter objects\"]').value")
                .await,
            "detached"
        );
    })
    .await;
}
