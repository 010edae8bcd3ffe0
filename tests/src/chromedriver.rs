//! The driver process.

use std::env;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// It ends when the port that it found free for one kind of address is taken for the other.
const ATTEMPTS: u32 = 3;

/// A running chromedriver; killed when dropped.
pub(crate) struct Chromedriver {
    pub(crate) url: String,
    _process: Child,
}

impl Chromedriver {
    /// Starts it on a port of its own choice.
    pub(crate) async fn start() -> Self {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        for _ in 0..ATTEMPTS {
            if let Some(started) = Self::attempt(&program).await {
                return started;
            }
        }
        panic!("{program} ended before it named its port, {ATTEMPTS} times");
    }

    async fn attempt(program: &str) -> Option<Self> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{program} did not start ({error}): cargo xtask test installs it")
            });
        let mut lines = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
        while let Some(line) = lines.next_line().await.expect("its output is text") {
            if let Some((_, port)) = line.rsplit_once("successfully on port ") {
                let url = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Some(Self {
                    url,
                    _process: process,
                });
            }
        }
        None
    }
}
