//! Starts what a test needs, runs it, and fails it on anything the page complained of.

use crate::Page;
use crate::chromedriver::Chromedriver;
use crate::protocol::Protocol;
use futures_util::FutureExt;
use serde_json::json;
use std::env;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use thirtyfour::prelude::*;
use xtask::{Options as ServerOptions, Server};

/// How a test wants its browser.
#[derive(Clone, Debug)]
pub struct Options {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Height of the window in CSS pixels.
    pub height: u32,
    /// Device pixels to a CSS pixel.
    pub ratio: f64,
    /// Whether the server isolates the page (COOP and COEP).
    pub isolated: bool,
    /// Whether there is WebGL, drawn by the processor.
    pub graphics: bool,
    /// Further arguments for Chromium.
    pub arguments: Vec<String>,
    /// A script that runs in every page before its own.
    pub before_load: Option<String>,
    /// Whether the page's complaints fail the test.
    pub strict: bool,
    /// What is served: the built site, unless said otherwise.
    pub root: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 1440,
            height: 900,
            ratio: 1.0,
            isolated: true,
            graphics: false,
            arguments: Vec::new(),
            before_load: None,
            strict: true,
            root: None,
        }
    }
}

/// A browser with a server beside it.
pub struct Browser {
    driver: WebDriver,
    _driver_process: Chromedriver,
    server: Server,
    profile: tempfile::TempDir,
}

/// Runs a test on a page of the built site.
pub async fn site(test: impl AsyncFnOnce(&Page)) {
    site_with(Options::default(), test).await;
}

/// Runs a test on a page of the built site, in a browser of its own.
///
/// # Panics
/// If the test fails, or the page complained.
pub async fn site_with(options: Options, test: impl AsyncFnOnce(&Page)) {
    browser_with(options, async |_, page| test(page).await).await;
}

/// Runs a test on a page of the built site, with its browser at hand.
///
/// # Panics
/// If the test fails, or the page complained.
pub async fn browser_with(options: Options, test: impl AsyncFnOnce(&Browser, &Page)) {
    let browser = Browser::start(&options).await;
    let page = Page::open(&browser, browser.server.url(), &options).await;
    let outcome = AssertUnwindSafe(test(&browser, &page)).catch_unwind().await;
    let complaints = page.complaints().await;
    browser.close().await;
    if let Err(panic) = outcome {
        eprintln!("the page complained of: {complaints:#?}");
        resume_unwind(panic);
    }
    assert!(
        !options.strict || complaints.is_empty(),
        "the page complained: {complaints:#?}"
    );
}

impl Browser {
    /// Starts the server and a browser with a fresh profile.
    ///
    /// # Panics
    /// If either does not start.
    pub async fn start(options: &Options) -> Self {
        // Only its absence matters: a second test in the same process finds it installed.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let server_options = ServerOptions {
            isolated: options.isolated,
        };
        let root = options.root.clone().unwrap_or_else(site_directory);
        let server = Server::start(root, 0, server_options).expect("the server starts");
        let profile = tempfile::tempdir().expect("a directory for the profile");
        let driver_process = Chromedriver::start().await;
        let mut capabilities = DesiredCapabilities::chrome();
        if let Ok(binary) = env::var("CHROMIUM") {
            capabilities.set_binary(&binary).expect("a path");
        }
        let size = format!("--window-size={},{}", options.width, options.height);
        let scale = format!("--force-device-scale-factor={}", options.ratio);
        let home = format!("--user-data-dir={}", profile.path().display());
        let fixed = [
            "--headless",
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
        ];
        let graphics: &[&str] = if options.graphics {
            &[
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                // The page itself is put together without it: that takes a processor otherwise.
                "--disable-gpu-compositing",
            ]
        } else {
            &["--disable-gpu"]
        };
        let quiet = [
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-extensions",
            "--disable-sync",
            // A page that was left must not stay in memory: its heap is in the same process.
            "--disable-features=BackForwardCache",
            "--hide-scrollbars",
        ];
        let own = [size.as_str(), scale.as_str(), home.as_str()];
        for argument in fixed
            .iter()
            .chain(graphics)
            .chain(&quiet)
            .chain(&own)
            .copied()
        {
            capabilities.add_arg(argument).expect("an argument");
        }
        for argument in &options.arguments {
            capabilities.add_arg(argument).expect("an argument");
        }
        // Chromium's own first page is an application that takes its time.
        let blank = json!({ "restore_on_startup": 4, "startup_urls": ["about:blank"] });
        capabilities
            .add_experimental_option("prefs", json!({ "session": blank }))
            .expect("an option");
        let driver = WebDriver::new(&driver_process.url, capabilities)
            .await
            .expect("Chromium starts");
        Self {
            driver,
            _driver_process: driver_process,
            server,
            profile,
        }
    }

    /// The driver's session.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Bytes the server has sent so far, headers and all.
    pub fn sent(&self) -> u64 {
        self.server.sent()
    }

    /// Where the site is.
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// Closes a tab, goes back to the first one, and says what the page had complained of.
    ///
    /// # Panics
    /// If it does not close.
    pub async fn close_tab(&self, page: Page) -> Vec<String> {
        let complaints = page.complaints().await;
        self.driver.close_window().await.expect("it closes");
        let left = self.driver.windows().await.expect("a list of windows");
        let first = left.into_iter().next().expect("the first window");
        self.driver
            .switch_to_window(first)
            .await
            .expect("the first window");
        complaints
    }

    /// The port of its `DevTools` protocol.
    pub fn protocol_port(&self) -> u16 {
        self.protocol_address().0
    }

    pub(crate) async fn connect(&self) -> Protocol {
        let (port, path) = self.protocol_address();
        Protocol::connect(&format!("ws://127.0.0.1:{port}{path}")).await
    }

    /// Port and path, which Chromium writes down.
    fn protocol_address(&self) -> (u16, String) {
        let file = self.profile.path().join("DevToolsActivePort");
        let text = std::fs::read_to_string(file).expect("Chromium writes down its port");
        let (port, path) = text.split_once('\n').expect("two lines");
        (port.parse().expect("a port"), path.trim().to_owned())
    }

    /// A page in a tab of its own, in front of the others.
    ///
    /// # Panics
    /// If there is none to be had.
    pub async fn tab(&self, options: &Options) -> Page {
        let tab = self.driver.new_tab().await.expect("a tab");
        self.driver
            .switch_to_window(tab)
            .await
            .expect("the new tab");
        Page::open(self, self.server.url(), options).await
    }

    /// Ends the browser.
    pub async fn close(self) {
        let _ = self.driver.quit().await;
    }
}

/// Where the built site is.
///
/// # Panics
/// If it is not built.
pub fn site_directory() -> PathBuf {
    let built = env::var_os("LEAK_LAB_SITE").map(PathBuf::from);
    let site =
        built.unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site").into());
    assert!(
        site.join("index.html").exists(),
        "no site in {}: cargo xtask build makes it",
        site.display()
    );
    site
}
