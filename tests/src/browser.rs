//! Starts what a test needs, runs it, and fails it on anything the page complained of.

use crate::Page;
use crate::chromedriver::Chromedriver;
use crate::chromium::Chromium;
use crate::protocol::Protocol;
use futures_util::FutureExt;
use serde_json::{Value, json};
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

/// A browser as if it were new, with a server beside it.
pub struct Browser {
    chromium: Chromium,
    protocol: Protocol,
    /// What is kept, cached and opened is of this context only, and goes with it.
    context: String,
    driver: WebDriver,
    _driver_process: Chromedriver,
    server: Server,
    size: (u32, u32),
}

/// Runs a test on a page of the built site.
pub async fn site(test: impl AsyncFnOnce(&Page)) {
    site_with(Options::default(), test).await;
}

/// Runs a test on a page of the built site, in a browser as the options want it.
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
    if let Err(panic) = outcome {
        eprintln!("the page complained of: {complaints:#?}");
        resume_unwind(panic);
    }
    browser.close().await;
    assert!(
        !options.strict || complaints.is_empty(),
        "the page complained: {complaints:#?}"
    );
}

impl Browser {
    /// Starts the server, and a browser if none is idle, and opens a window.
    ///
    /// # Panics
    /// If any of it does not start.
    pub async fn start(options: &Options) -> Self {
        // Only its absence matters: a second test in the same process finds it installed.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let server_options = ServerOptions {
            isolated: options.isolated,
        };
        let root = options.root.clone().unwrap_or_else(site_directory);
        let server = Server::start(root, 0, server_options).expect("the server starts");
        let chromium = Chromium::for_options(options);
        let protocol = Protocol::connect(&chromium.url).await;
        let context = protocol
            .call(None, "Target.createBrowserContext", json!({}))
            .await
            .expect("a context");
        let driver_process = Chromedriver::start().await;
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities
            .set_debugger_address(&chromium.address)
            .expect("an address");
        let driver = WebDriver::new(&driver_process.url, capabilities)
            .await
            .expect("Chromium answers");
        let browser = Self {
            chromium,
            protocol,
            context: word(&context["browserContextId"]),
            driver,
            _driver_process: driver_process,
            server,
            size: (options.width, options.height),
        };
        browser.window().await;
        browser
    }

    /// Opens a window, and has it driven.
    pub(crate) async fn window(&self) {
        let (width, height) = self.size;
        self.create(json!({ "newWindow": true, "width": width, "height": height }))
            .await;
    }

    /// Opens a tab in front of the window that was opened last, and has it driven.
    pub async fn cover(&self) {
        self.create(json!({})).await;
    }

    async fn create(&self, mut target: Value) {
        target["url"] = "about:blank".into();
        target["browserContextId"] = self.context.as_str().into();
        let created = self
            .protocol
            .call(None, "Target.createTarget", target)
            .await
            .expect("a target");
        let handle = WindowHandle::from(word(&created["targetId"]));
        self.driver
            .switch_to_window(handle)
            .await
            .expect("the new one");
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

    /// Host and port of its `DevTools` protocol.
    pub fn address(&self) -> &str {
        &self.chromium.address
    }

    pub(crate) async fn connect(&self) -> Protocol {
        Protocol::connect(&self.chromium.url).await
    }

    /// A page in a tab of its own, in front of the others.
    pub async fn tab(&self, options: &Options) -> Page {
        self.cover().await;
        Page::open(self, self.server.url(), options).await
    }

    /// Leaves the browser as it was found, for the next who wants one like it. Who does not come to this ends it.
    ///
    /// # Panics
    /// If it cannot be left.
    pub async fn close(self) {
        let context = json!({ "browserContextId": self.context });
        self.protocol
            .call(None, "Target.disposeBrowserContext", context)
            .await
            .expect("the windows close");
        let _ = self.driver.quit().await;
        self.chromium.hand_on();
    }
}

fn word(value: &Value) -> String {
    value.as_str().expect("a word").to_owned()
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
