//! What opening the page asks for.

use leak_lab_tests::{Options, browser_with, first_view_bound, site_directory, site_with};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Bytes on the wire as the server has counted them, the workers' with them.
#[tokio::test]
async fn the_first_view_fits_its_bound() {
    browser_with(Options::default(), async |browser, page| {
        page.open_lab("").await;
        page.until("document.querySelector('lab-chart').scope.ready")
            .await;
        let (sent, bound) = (browser.sent(), first_view_bound());
        println!("the first view takes {sent} bytes of {bound}");
        assert!(sent > 50_000, "{sent} bytes are no first view");
        assert!(
            sent <= bound,
            "the first view takes {sent} bytes, {bound} are the bound in tests/size.json"
        );
    })
    .await;
}

/// All that is asked for without links is linked, and nothing else is.
#[tokio::test]
async fn what_the_page_loads_ahead_is_what_it_asks_for() {
    let bare = tempfile::tempdir().expect("a directory");
    copy(&site_directory(), bare.path());
    let page = bare.path().join("index.html");
    let html = fs::read_to_string(&page).expect("the page");
    let links = |line: &&str| line.contains("preload\"") || line.contains("/ahead.js\"");
    let kept = html.lines().filter(|line| !links(line));
    fs::write(&page, kept.collect::<Vec<_>>().join("\n")).expect("the page without links");
    let options = Options {
        root: Some(bare.path().to_owned()),
        ..Options::default()
    };
    let (linked, asked) = requests(options).await;
    assert!(linked.is_empty(), "{linked:?}");
    let (linked, with_links) = requests(Options::default()).await;
    assert_eq!(linked, asked);
    assert_eq!(with_links, asked, "nothing is asked for twice");
}

/// The files that the page links to ahead, and the modules and data that it asked for: the page alone, without the workers,
/// whose requests would stand among its own.
async fn requests(mut options: Options) -> (Vec<String>, Vec<String>) {
    options.before_load = Some(
        "globalThis.Worker = class extends EventTarget { postMessage() {} terminate() {} };".into(),
    );
    let mut found = (Vec::new(), Vec::new());
    site_with(options, async |page| {
        page.open_lab("").await;
        page.until("performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/checked.json'))")
            .await;
        let links = "[...document.querySelectorAll('link[rel$=preload]')].map((link) => link.href)";
        let asked = "(() => {
            const classic = [...document.querySelectorAll('script:not([type])')].map((script) => script.src);
            const asked = performance.getEntriesByType('resource').map(({ name }) => name);
            return asked.filter((name) => /\\.(js|wasm|json)$/.test(name) && !classic.includes(name));
        })()";
        found = (
            paths(&page.eval(links).await, page.url()),
            paths(&page.eval(asked).await, page.url()),
        );
    })
    .await;
    found
}

fn paths(urls: &Value, base: &str) -> Vec<String> {
    let urls = urls.as_array().expect("a list").iter();
    let mut paths: Vec<_> = urls
        .map(|url| url.as_str().unwrap_or_default().replace(base, ""))
        .collect();
    paths.sort();
    paths
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}
