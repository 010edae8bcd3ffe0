//! The real `DevTools` front-end: Chromium serves it itself, and it is driven in a window of its own.

mod grid;
mod look;

pub use look::{Clip, Theme};

use crate::{Browser, Options, Page};
use serde_json::json;

/// How long a snapshot may take, in seconds: one of ten million references, on a machine that does other things, too.
const SNAPSHOT: u64 = 240;

/// Finds elements through shadow roots.
const DEEP: &str = r"
globalThis.deep = (selector, root = document) => {
  const found = [...root.querySelectorAll(selector)];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(...deep(selector, element.shadowRoot));
  }
  return found;
};
globalThis.seen = (selector) => deep(selector).filter((element) => element.checkVisibility());
";

/// The Memory tab, inspecting a page.
pub struct MemoryTab {
    tab: Page,
}

impl MemoryTab {
    /// Opens the Memory tab on `page` in another window of its browser.
    ///
    /// # Panics
    /// If the front-end does not come up.
    pub async fn open(browser: &Browser, page: &Page) -> Self {
        let info = page.call("Target.getTargetInfo", json!({})).await;
        let target = info["targetInfo"]["targetId"]
            .as_str()
            .expect("the page is a target")
            .to_owned();
        let address = browser.address();
        // A window and not a tab: a page behind another is hidden, and its timers are slowed down.
        browser.window().await;
        let url = format!(
            "http://{address}/devtools/devtools_app.html?ws={address}/devtools/page/{target}"
        );
        page.driver().goto(url).await.expect("the front-end loads");
        let tab = Page::open(browser, String::new(), &Options::default()).await;
        tab.until("document.querySelector('.root-view, devtools-app, body > *')")
            .await;
        tab.eval(DEEP).await;
        tab.eval(grid::READ).await;
        tab.eval("import('./ui/legacy/legacy.js').then(({ ViewManager }) => ViewManager.ViewManager.instance().showView('heap-profiler')).then(() => 0)").await;
        Self { tab }
    }

    /// Presses *Take snapshot* and waits until the snapshot is shown.
    pub async fn take_snapshot(&self, number: usize) {
        let button = "seen('button[aria-label=\"Take heap snapshot\"]')";
        self.tab.until(&format!("{button}.length > 0")).await;
        self.tab.eval(&format!("{button}[0].click()")).await;
        let listed = format!(
            "deep('li, devtools-tree li, .heap-snapshot-sidebar-tree-item').some((item) => item.textContent.includes('Snapshot {number}'))"
        );
        self.tab.within(SNAPSHOT, &listed).await;
        self.tab.within(SNAPSHOT, "rows().length > 5").await;
    }

    /// Chooses an entry of one of the drop-downs above the table: *Summary*, *Comparison*, *All objects*, and so on.
    pub async fn choose(&self, name: &str) {
        let select = format!(
            "deep('select').find((select) => [...select.options].some((option) => option.textContent === {name:?}))"
        );
        // While a snapshot loads there is nothing to choose.
        self.tab.within(SNAPSHOT, &select).await;
        self.tab
            .eval(&format!(
                "(() => {{ const select = {select}; select.selectedIndex = [...select.options].findIndex((option) => option.textContent === {name:?}); select.dispatchEvent(new Event('change')); }})()"
            ))
            .await;
    }

    /// Types in *Filter by class*.
    pub async fn filter(&self, text: &str) {
        let field = "seen('[contenteditable][aria-label=\"Filter by class\"]')[0]";
        self.tab.until(field).await;
        self.tab.eval(&format!("{field}.focus()")).await;
        self.tab.eval("document.execCommand('selectAll'), 0").await;
        self.tab
            .call("Input.insertText", json!({ "text": text }))
            .await;
        for kind in ["keyDown", "keyUp"] {
            self.tab
                .call("Input.dispatchKeyEvent", json!({ "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r" }))
                .await;
        }
    }

    /// Waits until an expression over the front-end's `rows`, `cells` and `headings` is true.
    pub async fn expect(&self, expression: &str) {
        self.tab.until(expression).await;
    }

    /// The window.
    pub const fn tab(&self) -> &Page {
        &self.tab
    }

    /// Clicks an element so many pixels from its left edge.
    async fn click(&self, element: &str, from_left: u32) {
        let place = self.tab.eval(&format!("(({{ x, y, height }}) => [x + {from_left}, y + height / 2])({element}.getBoundingClientRect())")).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.tab.call("Input.dispatchMouseEvent", event).await;
        }
    }
}
