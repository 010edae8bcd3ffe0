//! The harness hears what it has to hear.

use leak_lab_tests::{Browser, Options};

/// What a page complained of after an expression ran, and another one became true.
async fn complaints(run: &str, done: &str) -> Vec<String> {
    let options = Options::default();
    let browser = Browser::start(&options).await;
    let page = browser.tab(&options).await;
    // A page of the site without a policy: anything may be run in it.
    page.go("catalogue/index.json").await;
    page.eval(&format!("void ({run})")).await;
    page.until(done).await;
    let complaints = browser.close_tab(page).await;
    browser.close().await;
    complaints
}

#[tokio::test(flavor = "multi_thread")]
async fn rejections_in_a_worker_and_in_its_workers_are_heard() {
    let inner =
        "Promise.reject(new Error('the worker of a worker')); setTimeout(() => postMessage(0), 0)";
    let outer = format!(
        "Promise.reject(new Error('a worker of the page')); \
         new Worker(URL.createObjectURL(new Blob([{inner:?}]))).onmessage = () => postMessage(0)"
    );
    let run = format!(
        "new Worker(URL.createObjectURL(new Blob([{outer:?}]))).onmessage = () => (globalThis.answered = true)"
    );
    let heard = complaints(&run, "globalThis.answered").await;
    for words in ["a worker of the page", "the worker of a worker"] {
        let is_said = heard.iter().any(|complaint| complaint.contains(words));
        assert!(is_said, "{words}: {heard:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chart_that_gives_up_is_a_complaint() {
    let give_up = "(() => { \
        const problem = document.createElement('div'); \
        problem.className = 'chart-problem'; \
        problem.hidden = true; \
        problem.textContent = 'no chart any more'; \
        document.body.append(problem); \
        setTimeout(() => (problem.hidden = false), 0); \
      })()";
    let shown = "!document.querySelector('body > .chart-problem').hidden";
    let heard = complaints(give_up, shown).await;
    assert_eq!(heard.len(), 1, "{heard:#?}");
    assert!(heard[0].contains("no chart any more"), "{heard:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_trouble_is_silent() {
    assert_eq!(complaints("0", "true").await, Vec::<String>::new());
}
