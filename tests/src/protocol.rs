//! The `DevTools` protocol: one connection to the browser, and sessions of targets on it. The driver's own client hears one
//! target only, and drops events when it is behind: workers would be inaudible, and a snapshot could have holes.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use futures_util::{SinkExt, Stream, StreamExt};
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};
use tokio_tungstenite::{connect_async, tungstenite::Message};

/// A connection. It ends with its last clone.
#[derive(Clone)]
pub(crate) struct Protocol {
    state: Arc<State>,
    frames: mpsc::UnboundedSender<String>,
}

#[derive(Default)]
struct State {
    calls: AtomicU64,
    waiting: Mutex<HashMap<u64, oneshot::Sender<Result<Value, String>>>>,
    listeners: Mutex<Vec<mpsc::UnboundedSender<Arc<Event>>>>,
}

/// Something that happened in a target.
#[derive(Debug)]
pub struct Event {
    pub(crate) session: Option<String>,
    /// Its name: `Runtime.exceptionThrown`.
    pub method: String,
    /// What else there is to say.
    pub params: Value,
}

/// Events from some moment on, none lost, in order.
pub struct Events {
    heard: mpsc::UnboundedReceiver<Arc<Event>>,
    session: Option<String>,
}

/// A target of the browser that is attached to.
#[derive(Clone)]
pub(crate) struct Session {
    pub(crate) protocol: Protocol,
    pub(crate) id: String,
}

impl Protocol {
    /// Connects to a browser.
    ///
    /// # Panics
    /// If it does not answer.
    pub(crate) async fn connect(url: &str) -> Self {
        let (socket, _) = connect_async(url)
            .await
            .unwrap_or_else(|error| panic!("{url}: {error}"));
        let (mut sink, mut stream) = socket.split();
        let (frames, mut outgoing) = mpsc::unbounded_channel::<String>();
        let state = Arc::<State>::default();
        let reader = Arc::clone(&state);
        tokio::spawn(async move {
            while let Some(frame) = outgoing.recv().await {
                if sink.send(Message::text(frame)).await.is_err() {
                    break;
                }
            }
            let _ = sink.close().await;
        });
        tokio::spawn(async move {
            while let Some(Ok(message)) = stream.next().await {
                if let Message::Text(text) = message {
                    reader.heard(serde_json::from_str(&text).expect("the protocol is JSON"));
                }
            }
            // Whoever waits for an answer is told that there is none.
            lock(&reader.waiting).clear();
            lock(&reader.listeners).clear();
        });
        Self { state, frames }
    }

    /// Sends a command, to the browser itself or to a session.
    pub(crate) async fn call(
        &self,
        session: Option<&str>,
        method: &str,
        params: Value,
    ) -> Result<Value, String> {
        let id = self.state.calls.fetch_add(1, Ordering::Relaxed);
        let (answer, answered) = oneshot::channel();
        lock(&self.state.waiting).insert(id, answer);
        let mut frame = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = session {
            frame["sessionId"] = session.into();
        }
        let closed = || format!("{method}: the connection is closed");
        self.frames.send(frame.to_string()).map_err(|_| closed())?;
        answered.await.map_err(|_| closed())?
    }

    /// Attaches to a target.
    pub(crate) async fn attach(&self, target: &str) -> Result<Session, String> {
        let parameters = json!({ "targetId": target, "flatten": true });
        let answer = self.call(None, "Target.attachToTarget", parameters).await?;
        Ok(Session {
            protocol: self.clone(),
            id: answer["sessionId"].as_str().expect("a session").to_owned(),
        })
    }

    /// Events of every session from now on.
    pub(crate) fn events(&self) -> Events {
        self.listen(None)
    }

    fn listen(&self, session: Option<String>) -> Events {
        let (tell, heard) = mpsc::unbounded_channel();
        lock(&self.state.listeners).push(tell);
        Events { heard, session }
    }
}

impl State {
    fn heard(&self, mut message: Value) {
        if let Some(id) = message["id"].as_u64() {
            if let Some(answer) = lock(&self.waiting).remove(&id) {
                let _ = answer.send(match message.get("error") {
                    Some(error) => Err(error["message"].to_string()),
                    None => Ok(message["result"].take()),
                });
            }
            return;
        }
        let event = Arc::new(Event {
            session: message["sessionId"].as_str().map(str::to_owned),
            method: message["method"].as_str().unwrap_or_default().to_owned(),
            params: message["params"].take(),
        });
        lock(&self.listeners).retain(|listener| listener.send(Arc::clone(&event)).is_ok());
    }
}

impl Session {
    /// Sends a command.
    pub(crate) async fn call(&self, method: &str, params: Value) -> Result<Value, String> {
        self.protocol.call(Some(&self.id), method, params).await
    }

    /// Its events from now on.
    pub(crate) fn events(&self) -> Events {
        self.protocol.listen(Some(self.id.clone()))
    }
}

impl Events {
    /// The next one that came already.
    pub fn waiting(&mut self) -> Option<Arc<Event>> {
        loop {
            let event = self.heard.try_recv().ok()?;
            if self.is_own(&event) {
                return Some(event);
            }
        }
    }

    fn is_own(&self, event: &Event) -> bool {
        self.session.is_none() || self.session == event.session
    }
}

/// Ends when the connection is closed.
impl Stream for Events {
    type Item = Arc<Event>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match ready!(self.heard.poll_recv(context)) {
                Some(event) if !self.is_own(&event) => {}
                event => return Poll::Ready(event),
            }
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
