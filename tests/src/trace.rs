//! What the main thread did for a while, from Chromium's own trace events.

use crate::Page;
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::future::Future;

/// The trace of a page's main thread.
pub struct Trace {
    events: Vec<Value>,
}

impl Page {
    /// Traces the page while `work` goes on.
    ///
    /// # Panics
    /// If the browser does not trace.
    pub async fn trace(&self, work: impl Future<Output = ()>) -> Trace {
        let mut heard = self.events();
        let categories = [
            "devtools.timeline",
            "v8",
            "disabled-by-default-devtools.timeline",
            "disabled-by-default-v8.gc",
        ];
        let config = json!({ "includedCategories": categories, "excludedCategories": ["*"] });
        self.call(
            "Tracing.start",
            json!({ "traceConfig": config, "transferMode": "ReportEvents" }),
        )
        .await;
        work.await;
        self.call("Tracing.end", json!({})).await;
        let mut events = Vec::new();
        while let Some(event) = heard.next().await {
            match event.method.as_str() {
                "Tracing.dataCollected" => events.extend(
                    event.params["value"]
                        .as_array()
                        .cloned()
                        .unwrap_or_default(),
                ),
                "Tracing.tracingComplete" => break,
                _ => {}
            }
        }
        Trace::of_page(events, self.url())
    }
}

impl Trace {
    fn of_page(events: Vec<Value>, url: &str) -> Self {
        let frames = events
            .iter()
            .filter(|event| event["name"] == "TracingStartedInBrowser")
            .filter_map(|event| event.pointer("/args/data/frames")?.as_array())
            .flatten();
        let own =
            frames.filter(|frame| frame["url"].as_str().is_some_and(|at| at.starts_with(url)));
        let process = own
            .map(|frame| frame["processId"].clone())
            .next()
            .expect("the page is in the trace");
        let main = events.iter().find(|event| {
            event["pid"] == process
                && event["name"] == "thread_name"
                && event["args"]["name"] == "CrRendererMain"
        });
        let thread = main.expect("the page has a main thread")["tid"].clone();
        let events = events
            .into_iter()
            .filter(|event| event["pid"] == process && event["tid"] == thread);
        Self {
            events: events.collect(),
        }
    }

    /// Bytes that collections freed.
    pub fn freed(&self) -> f64 {
        let sizes = self.collections().map(|event| {
            let size = |name: &str| event["args"][name].as_f64().unwrap_or_default();
            size("usedHeapSizeBefore") - size("usedHeapSizeAfter")
        });
        sizes.sum()
    }

    /// How many collections there were, minor and major.
    pub fn collected(&self) -> usize {
        self.collections().count()
    }

    /// The main thread's tasks, longest first: milliseconds, and whether a collection took most of it.
    pub fn tasks(&self) -> Vec<(f64, bool)> {
        let tasks = self
            .events
            .iter()
            .filter(|event| event["name"] == "RunTask");
        let mut tasks: Vec<_> = tasks
            .map(|task| {
                (
                    milliseconds(task),
                    self.collecting(task) > milliseconds(task) / 2.0,
                )
            })
            .collect();
        tasks.sort_by(|a, b| b.0.total_cmp(&a.0));
        tasks
    }

    /// Milliseconds of scripting in each frame that was drawn, collections left out: those come when V8 wants them.
    pub fn scripting(&self) -> Vec<f64> {
        let mut events: Vec<_> = self.events.iter().collect();
        events.sort_by(|one, other| start(one).total_cmp(&start(other)));
        let mut frames = Vec::new();
        let (mut sum, mut until) = (0.0, 0.0);
        for event in events {
            match event["name"].as_str() {
                // The one that called the others has them in its time.
                Some("FunctionCall" | "EvaluateScript" | "RunMicrotasks")
                    if start(event) >= until =>
                {
                    until = end(event);
                    sum += milliseconds(event) - self.collecting(event);
                }
                Some("Commit") => frames.push(std::mem::take(&mut sum)),
                _ => {}
            }
        }
        frames
    }

    fn collections(&self) -> impl Iterator<Item = &Value> {
        self.events
            .iter()
            .filter(|event| event["name"] == "MinorGC" || event["name"] == "MajorGC")
    }

    fn collecting(&self, task: &Value) -> f64 {
        let during = start(task)..end(task);
        self.collections()
            .filter(|event| during.contains(&start(event)))
            .map(milliseconds)
            .sum()
    }
}

/// Microseconds of the trace's clock.
fn start(event: &Value) -> f64 {
    event["ts"].as_f64().unwrap_or_default()
}

fn end(event: &Value) -> f64 {
    start(event) + milliseconds(event) * 1e3
}

fn milliseconds(event: &Value) -> f64 {
    event["dur"].as_f64().unwrap_or_default() / 1e3
}
