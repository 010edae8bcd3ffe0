//! Rows that are gone to by what is typed, wherever they are.

use heap::{Column, Filter, NodeKind, Search, Sort};
use leak_lab_tests::site;

use super::{DOM, FILLED, choose, fixture, native, press};

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_leads_to_a_row_that_nobody_has_seen_yet_and_round() {
    site(async |page| {
        let snapshot = native(DOM);
        let by = Sort::descending(Column::Retained);
        let search = Search { text: b"t", case_sensitive: false };
        let all = snapshot.filter(&Filter::All);
        let rows = snapshot.search(search, &all, by, 0..usize::MAX).rows;
        let begins = rows.iter().map(|&node| match snapshot.graph().kind(node) {
            NodeKind::String | NodeKind::ConsString | NodeKind::SlicedString => None,
            _ => snapshot.name(node).first().map(u8::to_ascii_lowercase).filter(u8::is_ascii_alphabetic),
        });
        let begins: Vec<Option<u8>> = begins.collect();
        // One with which none of the first rows begins, and where the next such row is.
        let places = |letter: u8| (0..begins.len()).filter(|&at| begins[at] == Some(letter)).collect::<Vec<_>>();
        let far = (b'a'..=b'z').map(|letter| (letter, places(letter)));
        let (letter, places) = far
            .filter(|(_, places)| places.first().is_some_and(|&at| at > 200))
            .min_by_key(|(_, places)| places.len())
            .expect("a letter that comes late");

        page.go("#snapshots&view=search&search=t").await;
        choose(page, &fixture(DOM)).await;
        page.until(FILLED).await;
        page.eval("document.querySelector('.view-grid').focus()").await;
        let active = "document.getElementById(document.querySelector('.view-grid').getAttribute('aria-activedescendant'))";
        let key = char::from(letter).to_string();
        // Round to the first one, if there are so few.
        for at in places.iter().cycle().take(places.len().min(3) + 1) {
            press(page, &key).await;
            page.until(&format!("Number({active}?.ariaRowIndex) === {} && !{active}.classList.contains('absent')", at + 2)).await;
            let text = page.eval(&format!("{active}.children[0].textContent.replace(/^[▸▾]/, '')[0].toLowerCase()")).await;
            assert_eq!(text, key);
        }
    })
    .await;
}
