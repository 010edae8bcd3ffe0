//! Serves one directory on loopback, as a careful static host would.

mod answer;
mod gzip;
mod loopback;
#[cfg(test)]
mod tests;

use std::{
    convert::Infallible,
    io::{self, ErrorKind},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{net::TcpStream, runtime, sync::oneshot, time::sleep};
use tokio_util::io::InspectWriter;

use crate::Failure;
use answer::Site;

/// How the server answers.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Sends the two headers that make the page cross-origin isolated (COOP and COEP).
    pub isolated: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { isolated: true }
    }
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    sent: Arc<AtomicU64>,
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Server {
    /// Serves `root` at `127.0.0.1:port`; port 0 takes any free one. `root` is looked up at every request, so that
    /// it may be replaced, or appear, while the server runs.
    ///
    /// # Errors
    /// The port cannot be had: the failure names it and says what to do.
    pub fn start(root: PathBuf, port: u16, options: Options) -> Result<Self, Failure> {
        let refused = |error| refused(port, &error);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(refused)?;
        listener.set_nonblocking(true).map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let runtime = runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(refused)?;
        let sent = Arc::new(AtomicU64::new(0));
        let (stop, stopped) = oneshot::channel();
        let counter = Arc::clone(&sent);
        // A thread of its own, which may wait for the runtime to end: a caller's asynchronous one may not.
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = accept(listener, root, options, counter) => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self {
            address,
            sent,
            running: Some((stop, thread)),
        })
    }

    /// Where the site is, with a slash at the end: `http://127.0.0.1:8000/`.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Bytes sent so far, headers and all.
    pub fn sent(&self) -> u64 {
        self.sent.load(Relaxed)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            drop(stop);
            let _ = thread.join();
        }
    }
}

fn refused(port: u16, error: &io::Error) -> Failure {
    Failure::new(match error.kind() {
        ErrorKind::AddrInUse => format!(
            "port {port} is in use: stop what listens there, or choose another with `--port N` (`--port 0` takes any free one)"
        ),
        ErrorKind::PermissionDenied => {
            format!(
                "port {port} needs more rights than you have: choose one over 1023 with `--port N`"
            )
        }
        _ => format!("cannot listen on 127.0.0.1:{port}: {error}"),
    })
}

async fn accept(listener: TcpListener, root: PathBuf, options: Options, sent: Arc<AtomicU64>) {
    let listener =
        tokio::net::TcpListener::from_std(listener).expect("a listener that does not block");
    let site = Arc::new(Site::new(root, options));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(Duration::from_millis(50)).await; // out of descriptors: let some connections end
            continue;
        };
        let _ = stream.set_nodelay(true);
        let stream = TokioIo::new(counted(stream, Arc::clone(&sent)));
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let answer =
                service_fn(async |request| Ok::<_, Infallible>(site.answer(request).await));
            let mut http = http1::Builder::new();
            // A client that went away is no news.
            let _ = http
                .auto_date_header(false)
                .timer(TokioTimer::new())
                .serve_connection(stream, answer)
                .await;
        });
    }
}

fn counted(stream: TcpStream, sent: Arc<AtomicU64>) -> InspectWriter<TcpStream, impl FnMut(&[u8])> {
    InspectWriter::new(stream, move |written| {
        sent.fetch_add(written.len() as u64, Relaxed);
    })
}
