//! Serves one directory on loopback, as a careful static host would.

mod encoding;
mod gate;
mod mime;
mod request;
mod resolve;
mod response;
#[cfg(test)]
mod tests;

use std::{
    fs,
    io::{ErrorKind, Read},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::Failure;
use gate::Gate;
use request::Request;
use resolve::Found;
use response::{Response, Status};

const CONNECTIONS: usize = 64;
const READ_TIMEOUT: Duration = Duration::from_secs(5);
const WRITE_TIMEOUT: Duration = Duration::from_secs(30);

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
    gate: Arc<Gate>,
    site: Arc<Site>,
    accepting: Option<JoinHandle<()>>,
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
        let address = listener.local_addr().map_err(refused)?;
        let gate = Arc::new(Gate::new(CONNECTIONS));
        let site = Arc::new(Site {
            root,
            options,
            sent: AtomicU64::new(0),
        });
        let accepting = thread::spawn({
            let (gate, site) = (Arc::clone(&gate), Arc::clone(&site));
            move || accept(&listener, &gate, &site)
        });
        Ok(Self {
            address,
            gate,
            site,
            accepting: Some(accepting),
        })
    }

    /// Where the site is, with a slash at the end: `http://127.0.0.1:8000/`.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Bytes sent so far, headers and all.
    pub fn sent(&self) -> u64 {
        self.site.sent.load(Relaxed)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.gate.close();
        // The accepting thread sleeps in the kernel: a connection wakes it to see that the gate is closed.
        let woken = TcpStream::connect_timeout(&self.address, READ_TIMEOUT).is_ok();
        if let (true, Some(accepting)) = (woken, self.accepting.take()) {
            let _ = accepting.join();
        }
    }
}

fn refused(port: u16, error: &std::io::Error) -> Failure {
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

fn accept(listener: &TcpListener, gate: &Arc<Gate>, site: &Arc<Site>) {
    for stream in listener.incoming() {
        let Some(pass) = Gate::enter(gate) else {
            return;
        };
        let Ok(stream) = stream else {
            thread::sleep(Duration::from_millis(50)); // out of descriptors: let some connections end
            continue;
        };
        let site = Arc::clone(site);
        thread::spawn(move || {
            let _pass = pass;
            // A client that went away is no news.
            let _ = site.serve(stream);
        });
    }
}

#[derive(Debug)]
struct Site {
    root: PathBuf,
    options: Options,
    sent: AtomicU64,
}

impl Site {
    fn serve(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(READ_TIMEOUT))?;
        stream.set_write_timeout(Some(WRITE_TIMEOUT))?;
        stream.set_nodelay(true)?;
        let (response, head_only) = match Request::read(&mut stream) {
            Ok(Some(request)) => (self.answer(&request), request.method == "HEAD"),
            Ok(None) => return Ok(()),
            Err(status) => (Response::error(status), false),
        };
        let sent = response.write(&mut stream, self.options, head_only)?;
        self.sent.fetch_add(sent, Relaxed);
        linger(&mut stream)
    }

    fn answer(&self, request: &Request) -> Response {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Response::error(Status::MethodNotAllowed).with("Allow", "GET, HEAD".into());
        }
        match resolve::resolve(&self.root, &request.target) {
            Ok(Found::File(path)) => match fs::read(&path) {
                Ok(body) => Response::file(mime::of(&path), body, request.accepts_gzip()),
                Err(_) => Response::error(Status::NotFound),
            },
            Ok(Found::Directory(with_slash)) => {
                Response::error(Status::Moved).with("Location", with_slash)
            }
            Err(status) => Response::error(status),
        }
    }
}

/// Reads what the client still sends: closing over unread bytes would reset the connection and lose the answer.
fn linger(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_millis(500)))?;
    let mut rest = [0; 4096];
    for _ in 0..64 {
        if stream.read(&mut rest)? == 0 {
            break;
        }
    }
    Ok(())
}
