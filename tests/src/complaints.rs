//! What a page and its workers complain of: console errors, uncaught exceptions.

use std::sync::{Arc, Mutex};

use futures_util::StreamExt;
use serde_json::json;

use crate::protocol::{Event, Protocol, Session};

/// Complaints heard so far.
#[derive(Clone, Default)]
pub(crate) struct Complaints(Arc<Mutex<Vec<String>>>);

impl Complaints {
    /// Listens to a page and to every worker it starts, and to theirs.
    ///
    /// A worker waits at its first line until it is listened to.
    pub(crate) async fn listen(page: &Session) -> Self {
        let complaints = Self::default();
        let heard = complaints.clone();
        let protocol = page.protocol.clone();
        let mut events = protocol.events();
        tokio::spawn(async move {
            while let Some(event) = events.next().await {
                if let Some(complaint) = complaint(&event) {
                    heard
                        .0
                        .lock()
                        .expect("nobody panics with it")
                        .push(complaint);
                }
                if let Some(worker) = attached(&event, &protocol) {
                    tokio::spawn(async move { hear(&worker).await });
                }
            }
        });
        hear(page).await;
        complaints
    }

    pub(crate) fn so_far(&self) -> Vec<String> {
        self.0.lock().map(|heard| heard.clone()).unwrap_or_default()
    }
}

/// A target may be gone before it is listened to: that is no complaint.
async fn hear(target: &Session) {
    let follow = json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true });
    for (method, parameters) in [
        ("Runtime.enable", json!({})),
        ("Log.enable", json!({})),
        ("Target.setAutoAttach", follow),
        ("Runtime.runIfWaitingForDebugger", json!({})),
    ] {
        let _ = target.call(method, parameters).await;
    }
}

fn attached(event: &Event, protocol: &Protocol) -> Option<Session> {
    if event.method != "Target.attachedToTarget" {
        return None;
    }
    // The page itself is attached to from outside: it has no parent.
    event.session.as_ref()?;
    Some(Session {
        protocol: protocol.clone(),
        id: event.params["sessionId"].as_str()?.to_owned(),
    })
}

fn complaint(event: &Event) -> Option<String> {
    let parameters = &event.params;
    match event.method.as_str() {
        "Runtime.exceptionThrown" => Some(parameters["exceptionDetails"].to_string()),
        "Runtime.consoleAPICalled"
            if ["error", "assert"].contains(&parameters["type"].as_str()?) =>
        {
            Some(parameters["args"].to_string())
        }
        "Log.entryAdded" if parameters["entry"]["level"] == "error" => {
            // The browser's own wish, for a file that is no page.
            let url = parameters["entry"]["url"].as_str().unwrap_or_default();
            (!url.ends_with("/favicon.ico")).then(|| parameters["entry"].to_string())
        }
        _ => None,
    }
}
