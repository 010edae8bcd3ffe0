//! A page under test: evaluate, wait for a state, collect complaints.

use crate::complaints::Complaints;
use crate::protocol::{Events, Session};
use crate::{Browser, Options};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;

/// How long a state may take to come, in seconds.
const PATIENCE: u64 = 40;

/// Makes a chart that gives up a complaint.
const HEAR_THE_CHART: &str = r"
new MutationObserver(([{ target }]) => {
  if (target.matches('.chart-problem:not([hidden])')) console.error(`the chart: ${target.textContent}`);
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['hidden'] });
";

/// What the browser says of an expression whose page was replaced before it answered.
const LEFT: [&str; 2] = [
    "Inspected target navigated or closed",
    "Execution context was destroyed",
];

/// A page that was left before it answered.
struct Left;

/// A page, seen through the `DevTools` protocol.
pub struct Page {
    driver: WebDriver,
    session: Session,
    url: String,
    complaints: Complaints,
}

impl Page {
    /// Takes hold of the browser's current window.
    pub(crate) async fn open(browser: &Browser, url: String, options: &Options) -> Self {
        let driver = browser.driver().clone();
        let window = driver.window().await.expect("a window").to_string();
        let protocol = browser.connect().await;
        let session = protocol
            .attach(&window)
            .await
            .expect("the window is a target");
        let complaints = Complaints::listen(&session).await;
        let page = Self {
            driver,
            session,
            url,
            complaints,
        };
        for domain in ["Page.enable", "Network.enable", "HeapProfiler.enable"] {
            page.call(domain, json!({})).await;
        }
        // As the page in front of a visitor has it; a headless window's comes and goes.
        page.call(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        )
        .await;
        let scripts = [Some(HEAR_THE_CHART), options.before_load.as_deref()];
        for script in scripts.into_iter().flatten() {
            let source = json!({ "source": script });
            page.call("Page.addScriptToEvaluateOnNewDocument", source)
                .await;
        }
        page
    }

    /// Where the site is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The driver's session.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Goes to a path of the site and waits until the lab is ready.
    pub async fn open_lab(&self, path: &str) {
        self.go(path).await;
        self.until("globalThis.lab !== undefined").await;
        self.eval("lab.ready").await;
        self.until("document.querySelector('lab-scenarios')?.childElementCount > 0")
            .await;
    }

    /// Goes to a path of the site. The page before it is left altogether, even if only the hash differs.
    ///
    /// # Panics
    /// If the browser cannot.
    pub async fn go(&self, path: &str) {
        self.driver.goto("about:blank").await.expect("a blank page");
        self.driver
            .goto(format!("{}{path}", self.url))
            .await
            .expect("the page loads");
    }

    /// Sends a command of the `DevTools` protocol.
    ///
    /// # Panics
    /// If the browser refuses it.
    pub async fn call(&self, method: &str, parameters: Value) -> Value {
        let answer = self.session.call(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Sends a command to the browser itself.
    ///
    /// # Panics
    /// If the browser refuses it.
    pub async fn browser(&self, method: &str) -> Value {
        let answer = self.session.protocol.call(None, method, json!({})).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Every event of the page from now on.
    pub fn events(&self) -> Events {
        self.session.events()
    }

    /// The value of an expression; promises are awaited.
    ///
    /// # Panics
    /// If it throws.
    pub async fn eval(&self, expression: &str) -> Value {
        match self.attempt(expression).await {
            Ok(value) => value,
            Err(thrown) => panic!("{expression}\nthrew {thrown}"),
        }
    }

    /// The value of an expression, or what it threw, in words.
    ///
    /// # Errors
    /// What it threw.
    ///
    /// # Panics
    /// If the page is left before it answers.
    pub async fn attempt(&self, expression: &str) -> Result<Value, String> {
        let answer = self.evaluate(expression).await;
        answer.unwrap_or_else(|Left| panic!("{expression}\nwas left before it answered"))
    }

    /// Evaluates an expression that leaves the page, which therefore may answer or not.
    ///
    /// # Panics
    /// If it throws.
    pub async fn leave(&self, expression: &str) {
        if let Ok(Err(thrown)) = self.evaluate(expression).await {
            panic!("{expression}\nthrew {thrown}");
        }
    }

    /// What an expression came to, or that the page was left before it answered.
    async fn evaluate(&self, expression: &str) -> Result<Result<Value, String>, Left> {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true });
        let answer = match self.session.call("Runtime.evaluate", parameters).await {
            Ok(answer) => answer,
            Err(error) if LEFT.iter().any(|words| error.contains(words)) => return Err(Left),
            Err(error) => panic!("{expression}\nRuntime.evaluate: {error}"),
        };
        Ok(match answer.pointer("/exceptionDetails/exception") {
            Some(thrown) => Err(thrown["description"]
                .as_str()
                .unwrap_or("something")
                .to_owned()),
            None => Ok(answer["result"]["value"].clone()),
        })
    }

    /// Waits until an expression is true.
    ///
    /// # Panics
    /// If it does not become so.
    pub async fn until(&self, expression: &str) {
        self.within(PATIENCE, expression).await;
    }

    /// Waits so many seconds at most until an expression is true, in the page that comes if this one is left meanwhile.
    ///
    /// # Panics
    /// If it does not become so.
    pub async fn within(&self, seconds: u64, expression: &str) {
        let begun = Instant::now();
        let mut poll = tokio::time::interval(Duration::from_millis(50));
        let asked = format!("(async () => Boolean({expression}))()");
        loop {
            match self.evaluate(&asked).await {
                Ok(Ok(Value::Bool(true))) => break,
                Ok(Err(thrown)) => panic!("{expression}\nthrew {thrown}"),
                Ok(Ok(_)) | Err(Left) => {}
            }
            assert!(
                begun.elapsed().as_secs() < seconds,
                "never came true: {expression}"
            );
            poll.tick().await;
        }
    }

    /// Clicks the element a selector finds.
    pub async fn click(&self, selector: &str) {
        self.until(&format!("document.querySelector({selector:?})"))
            .await;
        self.eval(&format!("document.querySelector({selector:?}).click()"))
            .await;
    }

    /// Does with the mouse over the middle of an element what a person does.
    ///
    /// # Panics
    /// If there is no such element.
    pub async fn point(&self, kinds: &[&str], selector: &str) {
        let middle = format!(
            "(({{ x, y, width, height }}) => [x + width / 2, y + height / 2])(document.querySelector({selector:?}).getBoundingClientRect())"
        );
        let place = self.eval(&middle).await;
        for kind in kinds {
            let button = if *kind == "mouseMoved" {
                "none"
            } else {
                "left"
            };
            let event = json!({ "type": kind, "x": place[0], "y": place[1], "button": button, "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Gives files to a file input, as the dialog does with those that a person chooses.
    ///
    /// # Panics
    /// If the expression is none.
    pub async fn give_files(&self, input: &str, files: &[String]) {
        let found = self
            .call("Runtime.evaluate", json!({ "expression": input }))
            .await;
        let files = json!({ "files": files, "objectId": found["result"]["objectId"] });
        self.call("DOM.setFileInputFiles", files).await;
    }

    /// The text of the element a selector finds.
    pub async fn text(&self, selector: &str) -> String {
        let text = self
            .eval(&format!(
                "document.querySelector({selector:?})?.textContent ?? ''"
            ))
            .await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Takes a picture of the window.
    ///
    /// # Panics
    /// If it cannot be written.
    pub async fn picture(&self, file: &Path) {
        self.driver.screenshot(file).await.expect("a picture");
    }

    /// What the page and its workers have complained of so far.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        // Events are in order: once this is answered, all complaints before it were heard.
        let _ = self
            .session
            .call("Runtime.evaluate", json!({ "expression": "0" }))
            .await;
        self.complaints.so_far()
    }
}
