//! The room for heap files: opened, ordered, looked at, refused, cancelled, and never sent anywhere.

mod away;
mod class;
mod flat;
mod grading;
mod hostile;
mod looking;
mod malformed;
mod narrow;
mod opening;
mod pasting;
mod treemap;
mod typing;

use std::fs;
use std::path::Path;

use heap::{Analysis, AnyFile, Snapshot};
use leak_lab_tests::Page;
use packed::PackedReader;
use serde_json::json;

/// A file of the fixtures.
fn fixture(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixture/heap");
    Path::new(folder).join(name).display().to_string()
}

/// Chooses a file as a person does in the dialog.
async fn choose(page: &Page, file: &str) {
    choose_all(page, &[file.to_owned()]).await;
}

/// Chooses several files at once.
async fn choose_all(page: &Page, files: &[String]) {
    let input = "document.querySelector('.invitation input')";
    page.until(input).await;
    page.give_files(input, files).await;
}

/// Carries a file over the page, as a person does with the mouse.
async fn carry(page: &Page, kinds: &[&str], file: &str) {
    for kind in kinds {
        let data = json!({ "items": [], "files": [file], "dragOperationsMask": 1 });
        let event = json!({ "type": kind, "x": 300, "y": 300, "data": data });
        page.call("Input.dispatchDragEvent", event).await;
    }
}

/// Drops a file on the page that is made in it: its name is JavaScript, so that it can be what no disk takes.
async fn drop_file(page: &Page, name: &str, bytes: &[u8]) {
    let text: String = bytes.iter().copied().map(char::from).collect();
    let drop = format!(
        "(() => {{
           const data = new DataTransfer();
           data.items.add(new File([Uint8Array.from({}, (sign) => sign.charCodeAt(0))], {name}));
           return !document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}));
         }})()",
        json!(text)
    );
    assert_eq!(page.eval(&drop).await, true, "the browser does not take it");
}

/// A snapshot of four objects, as text.
fn small() -> String {
    let path = "/../crate/heap/tests/small.heapsnapshot";
    fs::read_to_string(format!("{}{path}", env!("CARGO_MANIFEST_DIR"))).expect("it is there")
}

/// The texts of a column of the rows that are seen, the topmost first.
fn column(place: usize) -> String {
    format!(
        "[...document.querySelectorAll('.view-grid:not([hidden]) .lines > .line:not(.absent)')]
           .toSorted((a, b) => a.ariaRowIndex - b.ariaRowIndex)
           .map(({{ children }}) => children[{place}].textContent.replace(/^[▸▾]/, ''))"
    )
}

/// Rows were answered and are seen.
const FILLED: &str =
    "document.querySelector('.view-grid:not([hidden]) .lines > .line:not(.absent)')";

/// Presses a key, wherever the focus is.
async fn press(page: &Page, key: &str) {
    let typed = match key {
        "Enter" => "\r",
        letter if letter.chars().count() == 1 => letter,
        _ => "",
    };
    for kind in ["keyDown", "keyUp"] {
        let text = if kind == "keyDown" { typed } else { "" };
        let event = json!({ "type": kind, "key": key, "text": text });
        page.call("Input.dispatchKeyEvent", event).await;
    }
}

/// Follows the link to a view, and waits for its rows.
async fn view(page: &Page, name: &str) {
    page.click(&format!(".views a[href*='view={name}']")).await;
    page.until(&format!("document.querySelector('.views [aria-current]')?.getAttribute('href').includes('view={name}')"))
        .await;
}

/// What the engine says of a fixture.
fn native(name: &str) -> Snapshot {
    let mut reader = PackedReader::new(name, None);
    let packed = fs::read(fixture(name)).expect("it is there");
    reader.feed(&packed).expect("a snapshot");
    match reader.finish(false).expect("it is whole") {
        AnyFile::Graph(graph) => Analysis::new(graph).finish(),
        AnyFile::Profile(_) => panic!("{name} is a profile"),
    }
}

const DOM: &str = "chromium-dom.heapsnapshot.gz";
const PAIR: [&str; 3] = [
    "node-pair-before.heapsnapshot.gz",
    "node-pair-after.heapsnapshot.gz",
    "node-pair-last.heapsnapshot.gz",
];
