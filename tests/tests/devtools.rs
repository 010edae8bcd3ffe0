//! The guide followed in the real Memory tab: the grid says what the page said it would.

use leak_lab_tests::{MemoryTab, Options, browser_with};

#[tokio::test(flavor = "multi_thread")]
async fn the_comparison_row_and_the_retainers_of_leak_classes_read_as_the_guide_says() {
    follow("leak-classes", "LeakyClass", "leakClasses").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_comparison_row_and_the_retainers_of_leak_objects_read_as_the_guide_says() {
    follow("leak-objects", "{stuff}", "leakObjects").await;
}

async fn follow(slug: &str, constructor: &str, list: &str) {
    browser_with(Options::default(), async |browser, page| {
        page.open_lab("").await;
        let memory = MemoryTab::open(browser, page).await;
        memory.take_snapshot(1).await;
        page.eval(&format!("lab.step('{slug}', 1000)")).await;
        memory.take_snapshot(2).await;
        memory.perspective("Comparison").await;
        let row = memory.row(constructor, constructor).await;
        assert!(row.contains(&"+1 000".to_owned()), "{row:?}");
        let list = format!("{list} in Lab");
        memory
            .expect_retainers(constructor, &["] in Array", &list, "lab in Window"])
            .await;
    })
    .await;
}
