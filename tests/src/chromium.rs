//! Chromium itself. A start takes longer than most tests: who is done hands it on to the next who wants the same one.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use crate::Options;

/// Ends Chromium, and takes its profile away, when the tests end: however they do.
const UNTIL_THE_END: &str = r#"
trap : INT TERM
profile=$(mktemp -d) || exit
"$@" --user-data-dir="$profile" </dev/null &
read -r _
kill $!
wait $!
# Its last processes may still write to it.
until rm -rf "$profile"; do sleep 0.1; done 2>/dev/null
"#;

const FIXED: [&str; 20] = [
    "--headless",
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--remote-debugging-port=0",
    "--test-type=webdriver",
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-hang-monitor",
    "--disable-popup-blocking",
    "--disable-prompt-on-repost",
    "--disable-sync",
    "--password-store=basic",
    "--use-mock-keychain",
    // A page that was left must not stay in memory: its heap is in the same process.
    "--disable-features=BackForwardCache",
    "--hide-scrollbars",
    // Chromium's own first page is an application that takes its time.
    "about:blank",
];

const WITH_GRAPHICS: [&str; 3] = [
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    // The page itself is put together without it: that takes a processor otherwise.
    "--disable-gpu-compositing",
];

/// They cost memory.
const MOST_IDLE: usize = 4;

/// Those that nobody uses at the moment, in the order in which they were handed on.
static IDLE: Mutex<Vec<Chromium>> = Mutex::new(Vec::new());

/// A running Chromium, which nobody else uses; it ends when dropped.
pub(crate) struct Chromium {
    /// Host and port of its `DevTools` protocol.
    pub(crate) address: String,
    /// Where the browser itself is reached.
    pub(crate) url: String,
    arguments: Vec<String>,
    /// With its input as the lifeline.
    process: Child,
}

impl Chromium {
    /// One as the options want it: one that is idle, or a new one.
    pub(crate) fn for_options(options: &Options) -> Self {
        let arguments = arguments(options);
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |one: &Self| one.arguments == arguments;
        if let Some(at) = idle.iter().position(same) {
            return idle.remove(at);
        }
        drop(idle);
        Self::start(arguments)
    }

    /// Hands it on. Who starts more than a few kinds of browsers keeps the last ones.
    pub(crate) fn hand_on(self) {
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        let oldest = (idle.len() == MOST_IDLE).then(|| idle.remove(0));
        idle.push(self);
        drop(idle);
        drop(oldest);
    }

    fn start(arguments: Vec<String>) -> Self {
        let program = env::var("CHROMIUM").unwrap_or_else(|_| "chromium".into());
        let mut process = Command::new("sh")
            .args(["-c", UNTIL_THE_END, "sh", &program])
            .args(&arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("there is a shell");
        let said = BufReader::new(process.stderr.take().expect("it is piped"));
        let (tell, told) = mpsc::channel();
        // It is read to its end: who cannot write any more stands still.
        thread::spawn(move || {
            let mut lines = said.lines().map_while(Result::ok);
            let mut before = String::new();
            let url = lines.find_map(|line| {
                before = format!("{before}\n{line}");
                Some(line.strip_prefix("DevTools listening on ")?.to_owned())
            });
            let _ = tell.send(url.ok_or(before));
            lines.for_each(drop);
        });
        let url = told.recv().expect("it is read to its end");
        let url = url.unwrap_or_else(|said| {
            panic!("{program} did not start: cargo xtask test installs it{said}")
        });
        let address = url.split('/').nth(2).expect("an address").to_owned();
        Self {
            address,
            url,
            arguments,
            process,
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

fn arguments(options: &Options) -> Vec<String> {
    let graphics: &[&str] = if options.graphics {
        &WITH_GRAPHICS
    } else {
        &["--disable-gpu"]
    };
    let ratio = format!("--force-device-scale-factor={}", options.ratio);
    let words = graphics.iter().chain(&FIXED).map(ToString::to_string);
    words
        .chain([ratio])
        .chain(options.arguments.iter().cloned())
        .collect()
}
