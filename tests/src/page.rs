//! A page under test: evaluate, wait for a state, take heap snapshots, collect complaints.

use crate::{Options, Snapshot};
use futures_util::{FutureExt, Stream, StreamExt};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;
use thirtyfour::cdp::{CdpSession, RawEvent};
use tokio::task::unconstrained;

/// How long a state may take to come, in seconds.
const PATIENCE: u64 = 40;

/// A page, seen through the `DevTools` protocol.
pub struct Page {
    driver: WebDriver,
    protocol: CdpSession,
    url: String,
    complaints: Arc<Mutex<Vec<String>>>,
}

impl Page {
    pub(crate) async fn open(driver: WebDriver, url: String, options: &Options) -> Self {
        let protocol = driver
            .cdp()
            .connect()
            .await
            .expect("the DevTools protocol answers");
        let complaints = Arc::<Mutex<Vec<String>>>::default();
        let heard = Arc::clone(&complaints);
        let mut events = protocol.subscribe_all();
        tokio::spawn(async move {
            while let Some(event) = events.next().await {
                if let Some(complaint) = complaint(&event) {
                    heard.lock().expect("nobody panics with it").push(complaint);
                }
            }
        });
        let page = Self {
            driver,
            protocol,
            url,
            complaints,
        };
        for domain in [
            "Runtime.enable",
            "Log.enable",
            "Page.enable",
            "Network.enable",
        ] {
            page.call(domain, json!({})).await;
        }
        // As the page in front of a visitor has it; a headless window's comes and goes.
        page.call(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        )
        .await;
        if let Some(script) = &options.before_load {
            page.call(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": script }),
            )
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
        let answer = self.protocol.send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Every event of the protocol from now on.
    pub fn events(&self) -> impl Stream<Item = RawEvent> + Unpin + use<> {
        self.protocol.subscribe_all()
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
    pub async fn attempt(&self, expression: &str) -> Result<Value, String> {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true });
        let answer = self.call("Runtime.evaluate", parameters).await;
        match answer.pointer("/exceptionDetails/exception") {
            Some(thrown) => Err(thrown["description"]
                .as_str()
                .unwrap_or("something")
                .to_owned()),
            None => Ok(answer["result"]["value"].clone()),
        }
    }

    /// Waits until an expression is true.
    ///
    /// # Panics
    /// If it does not become so.
    pub async fn until(&self, expression: &str) {
        self.within(PATIENCE, expression).await;
    }

    /// Waits so many seconds at most until an expression is true.
    ///
    /// # Panics
    /// If it does not become so.
    pub async fn within(&self, seconds: u64, expression: &str) {
        let begun = Instant::now();
        let mut poll = tokio::time::interval(Duration::from_millis(50));
        while self
            .eval(&format!("(async () => Boolean({expression}))()"))
            .await
            != Value::Bool(true)
        {
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

    /// The text of the element a selector finds.
    pub async fn text(&self, selector: &str) -> String {
        let text = self
            .eval(&format!(
                "document.querySelector({selector:?})?.textContent ?? ''"
            ))
            .await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Takes a heap snapshot, as the Memory tab does.
    ///
    /// # Panics
    /// If it cannot be read.
    pub async fn snapshot(&self) -> Snapshot {
        Snapshot::parse(&self.snapshot_text().await).expect("a heap snapshot")
    }

    /// Takes a heap snapshot and gives the file's text.
    ///
    /// # Panics
    /// If the browser does not give one.
    pub async fn snapshot_text(&self) -> String {
        let mut events = self.protocol.subscribe_all();
        self.call("HeapProfiler.enable", json!({})).await;
        self.call(
            "HeapProfiler.takeHeapSnapshot",
            json!({ "reportProgress": false }),
        )
        .await;
        // Every chunk came before the answer to the command, so the mark that follows is behind all of them.
        let mut text = String::new();
        while let Some(Some(event)) = unconstrained(events.next()).now_or_never() {
            if event.method == "HeapProfiler.addHeapSnapshotChunk" {
                text.push_str(event.params["chunk"].as_str().expect("a chunk is text"));
            }
        }
        text
    }

    /// Takes a picture of the window.
    ///
    /// # Panics
    /// If it cannot be written.
    pub async fn picture(&self, file: &Path) {
        self.driver.screenshot(file).await.expect("a picture");
    }

    /// What the page has complained of so far: console errors and uncaught exceptions.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        // Events are in order: once this is answered, all complaints before it were heard.
        let _ = self
            .protocol
            .send_raw("Runtime.evaluate", json!({ "expression": "0" }))
            .await;
        self.complaints
            .lock()
            .map(|heard| heard.clone())
            .unwrap_or_default()
    }
}

fn complaint(event: &RawEvent) -> Option<String> {
    let parameters = &event.params;
    match event.method.as_str() {
        "Runtime.exceptionThrown" => Some(parameters["exceptionDetails"].to_string()),
        "Runtime.consoleAPICalled"
            if ["error", "assert"].contains(&parameters["type"].as_str()?) =>
        {
            Some(parameters["args"].to_string())
        }
        "Log.entryAdded" if parameters["entry"]["level"] == "error" => {
            Some(parameters["entry"].to_string())
        }
        _ => None,
    }
}
