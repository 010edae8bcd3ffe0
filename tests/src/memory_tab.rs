//! The real `DevTools` front-end: Chromium serves it itself, and it is driven in a window of its own.

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
globalThis.rows = () => deep('tr.data-grid-data-grid-node').filter((row) => row.checkVisibility());
globalThis.cells = (row) => [...row.cells].map((cell) => cell.textContent.trim());
globalThis.headings = () => deep('th').filter((heading) => heading.checkVisibility()).map((heading) => heading.textContent.trim());
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
        tab.eval("import('./ui/legacy/legacy.js').then(({ ViewManager }) => ViewManager.ViewManager.instance().showView('heap-profiler')).then(() => 0)").await;
        Self { tab }
    }

    /// Presses *Take snapshot* and waits until the snapshot is shown.
    pub async fn take_snapshot(&self, number: usize) {
        let button = "deep('button[aria-label=\"Take heap snapshot\"]')";
        self.tab
            .until(&format!(
                "{button}.some((button) => button.checkVisibility())"
            ))
            .await;
        self.tab
            .eval(&format!(
                "{button}.find((button) => button.checkVisibility()).click()"
            ))
            .await;
        let listed = format!(
            "deep('li, devtools-tree li, .heap-snapshot-sidebar-tree-item').some((item) => item.textContent.includes('Snapshot {number}'))"
        );
        self.tab.within(SNAPSHOT, &listed).await;
        self.tab.within(SNAPSHOT, "rows().length > 5").await;
    }

    /// Chooses a view of the snapshot: *Summary*, *Comparison*, and so on.
    pub async fn perspective(&self, name: &str) {
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

    /// A cell of a constructor's row, as the grid prints it, once *Filter by class* is set.
    ///
    /// # Panics
    /// If the row does not come, or has no such column.
    pub async fn cell(&self, filter: &str, constructor: &str, column: &str) -> String {
        let field = "deep('[contenteditable][aria-label=\"Filter by class\"]').find((field) => field.checkVisibility())";
        self.tab.until(field).await;
        self.tab.eval(&format!("({field}).focus()")).await;
        self.tab.eval("document.execCommand('selectAll'), 0").await;
        self.tab
            .call("Input.insertText", json!({ "text": filter }))
            .await;
        for kind in ["keyDown", "keyUp"] {
            self.tab
                .call("Input.dispatchKeyEvent", json!({ "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r" }))
                .await;
        }
        let row = format!(
            "rows().map(cells).find(([first]) => first.replace(/×.*$/, '').trim() === {constructor:?})"
        );
        self.tab.until(&row).await;
        let cell = format!("({row})[headings().indexOf({column:?})]");
        let text = self.tab.eval(&cell).await;
        text.as_str()
            .unwrap_or_else(|| panic!("no column {column}"))
            .to_owned()
    }

    /// Opens a constructor's row, selects its first object, and waits until the Retainers below it show a hop:
    /// `leakClasses in Lab`.
    ///
    /// # Panics
    /// If one does not come.
    pub async fn expect_retainers(&self, constructor: &str, hops: &[&str]) {
        let row = format!(
            "rows().find((row) => cells(row)[0].replace(/×.*$/, '').trim() === {constructor:?})"
        );
        self.click(&row, 12).await;
        let object = format!("rows()[rows().indexOf({row}) + 1]");
        self.tab
            .until(&format!("{object}?.textContent.includes('@')"))
            .await;
        self.click(&object, 100).await;
        for hop in hops {
            // The grid's cells run their words together.
            let words = hop.replace(' ', "");
            let shown = format!("rows().some((row) => cells(row)[0].includes({words:?}))");
            self.tab.until(&shown).await;
        }
    }

    /// The window, for a look at it.
    pub fn tab(&self) -> &Page {
        &self.tab
    }

    /// Clicks an element so many pixels from its left edge: a row's triangle is at its start.
    async fn click(&self, element: &str, from_left: u32) {
        let place = self.tab.eval(&format!("(({{ x, y, height }}) => [x + {from_left}, y + height / 2])({element}.getBoundingClientRect())")).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.tab.call("Input.dispatchMouseEvent", event).await;
        }
    }
}
