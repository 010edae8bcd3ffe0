//! The rows of the Memory tab's tables: constructors, their objects, and what retains one of them.

use super::MemoryTab;
use serde_json::json;

/// What is in the tables. A name ends before its count, or its object's number.
pub(super) const READ: &str = r"
globalThis.rows = () => seen('tr.data-grid-data-grid-node');
globalThis.cells = (row) => [...row.cells].map((cell) => cell.textContent.trim());
globalThis.headings = () => seen('th').map((heading) => heading.textContent.trim());
globalThis.row = (name) => rows().find((row) => cells(row)[0].replace(/×.*$/, '').trim() === name);
globalThis.within = (name, place = 1) => rows()[rows().indexOf(row(name)) + place];
globalThis.object = (start) => rows().find((row) => cells(row)[0].startsWith(start) && cells(row)[0].includes('@'));
globalThis.retainers = () => {
  const tables = [...new Set(rows().map((row) => row.closest('table')))];
  return rows().filter((row) => row.closest('table') === tables.at(-1));
};
globalThis.holder = (row) => {
  const depth = (one) => parseFloat(getComputedStyle(one.cells[0]).paddingLeft);
  const all = retainers();
  return all.slice(0, all.indexOf(row)).findLast((one) => depth(one) < depth(row));
};
globalThis.hops = (patterns, is = () => true) => {
  const fits = (row, at) => row && new RegExp(patterns[at]).test(cells(row)[0].replaceAll(/\s/g, ''));
  for (let row of retainers().filter(is)) {
    const found = [];
    for (let at = patterns.length - 1; at >= 0 && fits(row, at); at--, row = holder(row)) found.unshift(row);
    if (found.length === patterns.length && !row) return found;
  }
};
globalThis.folded = (patterns) => {
  for (let length = patterns.length - 1; length > 0; length--) {
    const found = hops(patterns.slice(0, length), (row) => !row.classList.contains('expanded'));
    if (found) return found.at(-1);
  }
};
";

/// Rows of a path that are unfolded by hand, at most.
const UNFOLDED: u32 = 6;

/// The way that is unfolded first, where it is not the one that is looked for.
const ASTRAY: &str =
    "retainers().find((row) => !holder(row) && row.classList.contains('expanded'))";

/// From a row's left edge: its triangle, and its name.
const TRIANGLE: u32 = 12;
const NAME: u32 = 48;

impl MemoryTab {
    /// A cell of a constructor's row, as the grid prints it, once *Filter by class* is set.
    ///
    /// # Panics
    /// If the row does not come, or has no such column.
    pub async fn cell(&self, filter: &str, constructor: &str, column: &str) -> String {
        self.filter(filter).await;
        let row = format!("row({constructor:?})");
        self.tab.until(&row).await;
        let cell = format!("cells({row})[headings().indexOf({column:?})]");
        let text = self.tab.eval(&cell).await;
        text.as_str()
            .unwrap_or_else(|| panic!("no column {column}"))
            .to_owned()
    }

    /// What a row reads, each cell after its column's name.
    ///
    /// # Panics
    /// If there is no such row.
    pub async fn reads(&self, row: &str) -> Vec<(String, String)> {
        let read = self
            .tab
            .eval(&format!(
                "cells({row}).map((cell, at) => [headings()[at], cell])"
            ))
            .await;
        serde_json::from_value(read).expect("cells")
    }

    /// Selects a constructor's row.
    pub async fn select(&self, constructor: &str) {
        self.click(&format!("row({constructor:?})"), NAME).await;
    }

    /// Opens a constructor's row, and waits for its objects.
    pub async fn unfold(&self, constructor: &str) {
        let here = format!("row({constructor:?})");
        let open = format!("{here}.classList.contains('expanded')");
        if self.tab.eval(&open).await != true {
            self.click(&here, TRIANGLE).await;
        }
        self.tab
            .until(&format!(
                "within({constructor:?})?.textContent.includes('@')"
            ))
            .await;
    }

    /// Sorts the rows by a column.
    pub async fn sort(&self, column: &str, descending: bool) {
        let heading = format!(
            "seen('th').find((heading) => heading.textContent.trim().startsWith({column:?}))"
        );
        let wanted = if descending {
            "descending"
        } else {
            "ascending"
        };
        let sorted = format!("{heading}.className.includes('sort-{wanted}')");
        for _ in 0..2 {
            if self.tab.eval(&sorted).await == true {
                break;
            }
            self.click(&heading, TRIANGLE).await;
            self.tab
                .until(&format!("{heading}.className.includes('sort-')"))
                .await;
        }
        self.tab.until(&sorted).await;
    }

    /// Selects an object's row, and waits until the Retainers below it show a path as claims write it: what may be repeated
    /// once, if at all.
    ///
    /// # Panics
    /// If one does not come.
    pub async fn expect_retainers(&self, object: &str, along: &str, repeated: bool) {
        self.tab.until(object).await;
        self.tab
            .eval(&format!("{object}.scrollIntoView({{ block: 'nearest' }})"))
            .await;
        self.click(object, NAME).await;
        let hops = hops(along, repeated);
        // DevTools unfolds the shortest way by itself; another one is unfolded by hand.
        for _ in 0..UNFOLDED {
            if self.tab.eval(&soon(&hops)).await == true {
                return;
            }
            let folded = hops.replacen("hops", "folded", 1);
            self.tab.until(&folded).await;
            // Which one it is is kept: the way that is folded up looks the same.
            let keep =
                format!("globalThis.wanted = {folded}, Boolean(!holder(wanted) && {ASTRAY})");
            if self.tab.eval(&keep).await == true {
                self.turn(ASTRAY).await;
                self.tab.until(&format!("!{ASTRAY}")).await;
            }
            self.turn("wanted").await;
        }
        self.tab.until(&hops).await;
    }

    /// Clicks the triangle of a retainer.
    async fn turn(&self, row: &str) {
        self.tab
            .eval(&format!("{row}.scrollIntoView({{ block: 'nearest' }})"))
            .await;
        let indent = format!("parseFloat(getComputedStyle({row}.cells[0]).paddingLeft)");
        let indent = self.tab.eval(&indent).await.as_f64().unwrap_or_default();
        self.click(row, indent as u32 + TRIANGLE / 2).await;
    }
}

/// Whether an expression becomes true within a moment: long enough for what comes by itself.
fn soon(expression: &str) -> String {
    format!(
        "(async () => {{
           for (let turn = 0; turn < 40; turn++) {{
             if ({expression}) return true;
             await new Promise((resolve) => setTimeout(resolve, 100));
           }}
           return false;
         }})()"
    )
}

/// An expression for the rows of a path's hops.
///
/// # Panics
/// If it is no path.
pub(super) fn hops(along: &str, repeated: bool) -> String {
    let path = claim::Path::parse(along).expect("a path");
    let all = path.steps.iter().flat_map(|step| match step {
        claim::Step::Hop(hop) => std::slice::from_ref(hop),
        claim::Step::Repeat(hops) if repeated => hops,
        claim::Step::Repeat(_) => &[],
    });
    let patterns: Vec<_> = all
        .map(|hop| {
            let (edge, node) = (expression(hop.edge.text()), expression(hop.node.text()));
            format!(r"^(\d+/)?{edge}in{node}(\[\])?(@\d+.*)?$")
        })
        .collect();
    format!("hops({})", json!(patterns))
}

/// A pattern as a regular expression over texts without blanks: the grid's cells run their words together.
fn expression(pattern: &str) -> String {
    let mut written = String::new();
    for char in pattern.replace("@#", "@").chars() {
        match char {
            ' ' => {}
            '…' => written.push_str(".*"),
            '@' => written.push_str(r"@\d+"),
            '_' => written.push('_'),
            char if char.is_alphanumeric() => written.push(char),
            char => written.extend(['\\', char]),
        }
    }
    written
}
