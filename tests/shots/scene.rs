//! A scenario's pictures: two snapshots with units between them, and each view that the guide speaks of.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use claim::words::{Span, pictures, told};
use claim::{Amount, Claim, Column, Expect, Need, Path, Row, Statement, Step, View};
use leak_lab_tests::{Card, Clip, MemoryTab, Options, Page, Theme, browser_with};

use crate::album::{Picture, Scenario};

/// `DevTools` takes minutes over a snapshot of a thousand classes, each with its prototype and functions, or of ten million
/// references.
const FEWER: [(&str, u64); 3] = [
    ("leak-classes", 50),
    ("unbounded-map", 100),
    ("weak-map-entry", 100),
];
/// The page writes its address after a pause, by a timer of its own, and at once before a link is followed: one that leads nowhere
/// is, so that the timer is in neither snapshot.
const SETTLE: &str = "(() => {
  const link = Object.assign(document.createElement('a'), { href: '#' });
  link.addEventListener('click', (event) => event.preventDefault());
  document.body.append(link);
  link.click();
  link.remove();
  return lab.collect().then(() => 0);
})()";
/// Of WebP: what is to be read is text.
const QUALITY: u8 = 45;
/// Rows of objects shown below the row that is opened.
const OBJECTS: u32 = 2;

/// Letters of a hop that are told.
const MOST: usize = 100;

/// What there will be a picture of.
pub(crate) fn views(card: &Card) -> impl Iterator<Item = (String, &Claim)> {
    pictures(&card.leaky)
}

/// Makes the units and takes all pictures.
pub(crate) async fn take(card: &Card) -> Scenario {
    let options = Options {
        graphics: card.needs.contains(&Need::WebGl),
        ..Options::default()
    };
    let fewer = FEWER.iter().find(|(slug, _)| *slug == card.slug);
    let units = fewer.map_or(card.guide_units, |(_, units)| *units);
    let mut taken = None;
    browser_with(options, async |browser, page| {
        page.open_lab("").await;
        let memory = MemoryTab::open(browser, page).await;
        page.eval(SETTLE).await;
        memory.take_snapshot(1).await;
        page.eval(&format!("lab.step({:?}, {units})", card.slug))
            .await;
        page.eval(SETTLE).await;
        memory.take_snapshot(2).await;
        // Only then is the second one there.
        memory.choose(View::Comparison.title()).await;
        memory.pose().await;
        memory.widen_retainers().await;
        let mut pictures = BTreeMap::new();
        for (name, claim) in views(card) {
            pictures.insert(name, view(&memory, claim, units).await);
        }
        let (browser, date) = version(page).await;
        taken = Some(Scenario {
            browser,
            date,
            units,
            pictures,
        });
    })
    .await;
    taken.expect("it was taken")
}

/// On what, and when.
async fn version(page: &Page) -> (String, String) {
    let version = page.browser("Browser.getVersion").await;
    let product = version["product"].as_str().expect("a product");
    let date = page.eval("new Date().toISOString().slice(0, 10)").await;
    let date = date.as_str().expect("a date").to_owned();
    (product.replace("Headless", "").replace('/', " "), date)
}

async fn view(memory: &MemoryTab, claim: &Claim, units: u64) -> Picture {
    let (clip, alt) = match &claim.says {
        Statement::Row { row, .. } if row.view == View::Statistics => statistics(memory, row).await,
        Statement::Row { row, .. } => table(memory, row, &reading(claim, units)).await,
        Statement::Path { along } => retainers(memory, along).await,
        _ => panic!("there is no picture of {claim:?}"),
    };
    memory.rewind_filter().await;
    let mut files = Vec::new();
    for theme in Theme::ALL {
        memory.dress(theme).await;
        let data = memory.picture(clip, QUALITY).await;
        files.push((theme, STANDARD.decode(data).expect("base 64")));
    }
    Picture {
        alt,
        width: clip.width as u32,
        height: clip.height as u32,
        files,
    }
}

/// A constructor's row, selected; opened if the guide looks at its objects.
async fn table(memory: &MemoryTab, row: &Row, reading: &str) -> (Clip, String) {
    let Row {
        view,
        filter,
        constructor,
        object,
        column,
    } = row;
    memory.choose(view.title()).await;
    if *view == View::Summary {
        memory.choose(filter.entry.title()).await;
    }
    memory.filter(&filter.text).await;
    let (here, first) = (
        format!("row({constructor:?})"),
        format!("within({constructor:?})"),
    );
    let there = format!("headings().includes({:?}) && {here}", column.title());
    memory.expect(&there).await;
    let mut read = here.clone();
    let mut last = here.clone();
    if *column == Column::Farthest || !object.is_empty() {
        memory.unfold(constructor).await;
        if *column == Column::Farthest {
            memory.sort(column.title(), true).await;
            read = first.clone();
        }
        last = format!("rows()[rows().indexOf({here}) + {OBJECTS}]");
    }
    // What contradicts the guide is no picture of it.
    memory
        .expect(&format!(
            "{there} && {read} && cells({read}).join('|').includes({reading:?})"
        ))
        .await;
    memory.select(constructor).await;
    let cells = memory.reads(&read).await;
    let cells: Vec<_> = cells
        .iter()
        .skip(1)
        .filter(|(heading, cell)| !heading.is_empty() && !cell.is_empty())
        // A size and its percentage run together.
        .map(|(heading, cell)| format!("{heading} {}", cell.replacen('B', "B ", 1).trim_end()))
        .collect();
    let name = match (column, object.is_empty()) {
        (Column::Farthest, _) => format!("{constructor}, the farthest object"),
        (Column::Count, _) => format!("{constructor} {reading}"),
        (_, true) => constructor.to_string(),
        (_, false) => format!("{constructor} with its objects {object}"),
    };
    let chosen = match (view, filter.entry) {
        (View::Summary, entry) => format!("{}, {}", view.title(), entry.title()),
        _ => view.title().to_owned(),
    };
    let alt = format!(
        "DevTools, {chosen}, filtered by {}. The row {name}: {}.",
        filter.text,
        cells.join(", ")
    );
    let right = match column {
        Column::Count | Column::Farthest => Column::Distance,
        column => *column,
    };
    (memory.down_to(&last, right.title()).await, alt)
}

/// What the cell has to read, where that is known to the last digit.
fn reading(claim: &Claim, units: u64) -> String {
    let exact = |amount: &Amount| {
        amount.within.is_exact() && matches!(amount.expect, Expect::Exactly { .. })
    };
    if !matches!(&claim.says, Statement::Row { amount, .. } if exact(amount)) {
        return String::new();
    }
    let strong = told(claim, units).into_iter().find_map(|span| match span {
        Span::Strong { strong } => Some(strong),
        _ => None,
    });
    let number = strong.into_iter().flatten().find_map(|span| match span {
        Span::Number { written, .. } => written,
        _ => None,
    });
    number.expect("a number to look for").into_owned()
}

async fn statistics(memory: &MemoryTab, row: &Row) -> (Clip, String) {
    memory.choose(row.view.title()).await;
    let (clip, sizes) = memory.statistics().await;
    let size = |name: &str| {
        let found = sizes.iter().find(|(category, _)| category == name);
        found.map_or_else(|| panic!("no category {name}: {sizes:?}"), |(_, size)| size)
    };
    let alt = format!(
        "DevTools, Statistics. The category {}: {} of {}.",
        row.constructor,
        size(&row.constructor),
        size("Total")
    );
    (clip, alt)
}

/// As much as is read of a type with many parameters.
fn shortened(hop: &str) -> String {
    match hop.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &hop[..end]),
        None => hop.to_owned(),
    }
}

/// An object of the opened row, selected, and its retainers below.
async fn retainers(memory: &MemoryTab, along: &str) -> (Clip, String) {
    let path = Path::parse(along).expect("a path");
    let from = path.from.text();
    let (constructor, object) = if from.ends_with("()") {
        ("Function", from)
    } else {
        (from, "")
    };
    // Of a chain the second object from its end has the whole path in few rows, and one turn of what is repeated.
    let chain = path
        .steps
        .iter()
        .any(|step| matches!(step, Step::Repeat(_)));
    let view = if chain {
        View::Summary
    } else {
        View::Comparison
    };
    memory.choose(view.title()).await;
    memory.filter(constructor).await;
    memory
        .expect(&format!(
            "headings().includes({:?}) === {} && row({constructor:?})",
            Column::Delta.title(),
            !chain
        ))
        .await;
    memory.unfold(constructor).await;
    if chain {
        memory.sort(Column::Distance.title(), false).await;
    }
    let element = match (chain, object.is_empty()) {
        (true, _) => format!("within({constructor:?}, 2)"),
        (_, true) => format!("within({constructor:?})"),
        (_, false) => format!("object({object:?})"),
    };
    memory.expect_retainers(&element, along, chain).await;
    let (clip, hops) = memory.down_the_path(along, chain).await;
    let hops: Vec<_> = hops.iter().map(|hop| shortened(hop)).collect();
    let alt = format!(
        "DevTools, Retainers of {}: {}.",
        if object.is_empty() {
            format!("an object of the row {constructor}")
        } else {
            format!("the function {object}")
        },
        hops.join(" ← ")
    );
    (clip, alt)
}
