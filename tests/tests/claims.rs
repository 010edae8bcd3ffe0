//! Every claim of every scenario, leaky and fixed and in JavaScript, held against a real Chromium; and whether it would fail
//! if it had to. The list is the site's catalogue: a scenario is a line nowhere in here.

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use futures_util::FutureExt;
use leak_lab_tests::{
    Browser, Card, Idle, Misses, Options, Page, Variant, bites, cards, graded, holds,
    recipe_shows_the_same, run,
};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

/// So many at a time.
const BROWSERS: usize = 2;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // A browser each: its meters are of the whole process. A page that waits leaves the processor to the other.
    arguments.test_threads = Some(BROWSERS);
    let cards = Arc::new(cards());
    let stage = Arc::new(Stage::new(Arc::clone(&cards)));
    let mut trials = Vec::new();
    for place in 0..cards.len() {
        let slug = &cards[place].slug;
        let both = Arc::clone(&stage);
        trials.push(Trial::test(slug, move || both.scenario(place)));
        if !cards[place].recipe_is_half() {
            let recipe = Arc::clone(&stage);
            let name = format!("{slug} in JavaScript");
            trials.push(Trial::test(name, move || recipe.recipe(place)));
        }
    }
    let begun = Instant::now();
    let conclusion = libtest_mimic::run(&arguments, trials);
    let stage = Arc::into_inner(stage).expect("all trials are over");
    let variants = stage.variants();
    if variants > 0 {
        let seconds = begun.elapsed().as_secs_f64();
        let each = seconds / variants as f64;
        println!("{variants} runs of variants and recipes in {seconds:.0} s: {each:.1} s each");
    }
    stage.close(conclusion.has_failed());
    conclusion.exit_code()
}

/// As few browsers as there are trials at a time, started when they are needed.
struct Stage {
    runtime: Runtime,
    cards: Arc<Vec<Card>>,
    /// Those that no trial uses.
    free: Mutex<Vec<Open>>,
}

struct Open {
    browser: Browser,
    idle: Idle,
    variants: usize,
}

impl Stage {
    fn new(cards: Arc<Vec<Card>>) -> Self {
        Self {
            runtime: Runtime::new().expect("a runtime"),
            cards,
            free: Mutex::default(),
        }
    }

    /// Both variants, and what must fail.
    fn scenario(&self, place: usize) -> Result<(), Failed> {
        let card = &self.cards[place];
        self.with(async |open| {
            let leaky = open.variant(card, Variant::Leaky, None).await?;
            let mut misses = holds(card, Variant::Leaky, &leaky.evidence);
            misses.extend(graded(card, Variant::Leaky, &leaky, None));
            let mut fixed = None;
            if card.fixed.is_some() {
                let run = open
                    .variant(card, Variant::Fixed, leaky.pair.as_ref())
                    .await?;
                misses.extend(holds(card, Variant::Fixed, &run.evidence));
                misses.extend(graded(card, Variant::Fixed, &run, Some(&leaky)));
                fixed = Some(run);
            }
            misses.extend(bites(card, &leaky, fixed.as_ref(), &open.idle));
            Ok(misses)
        })
    }

    fn recipe(&self, place: usize) -> Result<(), Failed> {
        let card = &self.cards[place];
        self.with(async |open| {
            open.variants += 1;
            let shows = async |page: &Page| Ok(recipe_shows_the_same(page, card).await);
            open.tab(shows).await
        })
    }

    fn with(
        &self,
        test: impl AsyncFnOnce(&mut Open) -> Result<Misses, String>,
    ) -> Result<(), Failed> {
        let free = self.free().pop();
        self.runtime.block_on(async {
            let mut open = match free {
                Some(open) => open,
                None => Open::new(&self.cards).await,
            };
            let outcome = AssertUnwindSafe(test(&mut open)).catch_unwind().await;
            self.free().push(open);
            match outcome {
                Err(panic) => resume_unwind(panic),
                Ok(Ok(misses)) if misses.is_empty() => Ok(()),
                Ok(Ok(misses)) => Err(format!("\n{misses}").into()),
                Ok(Err(failure)) => Err(failure.into()),
            }
        })
    }

    fn free(&self) -> MutexGuard<'_, Vec<Open>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn variants(&self) -> usize {
        self.free().iter().map(|open| open.variants).sum()
    }

    /// Notes what was checked on, if nothing failed, and ends the browser.
    fn close(self, failed: bool) {
        let all = self
            .free
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let mut note = std::env::var_os("LEAK_LAB_VERIFY").filter(|_| !failed);
        self.runtime.block_on(async {
            for open in all {
                if let Some(file) = note.take() {
                    open.note(file).await;
                }
                open.browser.close().await;
            }
        });
    }
}

impl Open {
    async fn new(cards: &[Card]) -> Self {
        // On a slow machine V8 throws code away that has not run for a while, and compiles it again while the units are made.
        let arguments = vec!["--js-flags=--no-flush-bytecode".to_owned()];
        let browser = Browser::start(&Options {
            graphics: true,
            arguments,
            ..Options::default()
        })
        .await;
        let page = browser.tab(&Options::default()).await;
        let idle = Idle::read(&page, cards).await;
        browser.close_tab(page).await;
        Self {
            browser,
            idle,
            variants: 0,
        }
    }

    /// Writes down on what everything was checked.
    async fn note(&self, file: OsString) {
        let page = self.browser.tab(&Options::default()).await;
        let version = page.browser("Browser.getVersion").await;
        let product = version["product"].as_str().expect("a product");
        let browser = product.replace("Headless", "").replace('/', " ");
        let date = page.eval("new Date().toISOString().slice(0, 10)").await;
        let noted = serde_json::json!({ "browser": browser, "date": date });
        std::fs::write(file, format!("{noted:#}\n")).expect("the note is written");
    }

    async fn variant(
        &mut self,
        card: &Card,
        variant: Variant,
        leaky: Option<&claim::Pair>,
    ) -> Result<leak_lab_tests::Run, String> {
        self.variants += 1;
        self.tab(async |page| run(page, card, variant, leaky).await)
            .await
            .map_err(|failure| format!("{}: {failure}", variant.name()))
    }

    /// A tab that is closed whatever happens, and fails on what the page or a worker complained of.
    async fn tab<T>(
        &self,
        test: impl AsyncFnOnce(&Page) -> Result<T, String>,
    ) -> Result<T, String> {
        let page = self.browser.tab(&Options::default()).await;
        let outcome = AssertUnwindSafe(test(&page)).catch_unwind().await;
        let complaints = self.browser.close_tab(page).await;
        match outcome {
            Err(panic) => resume_unwind(panic),
            Ok(Ok(_)) if !complaints.is_empty() => {
                Err(format!("the page complained: {complaints:#?}"))
            }
            Ok(outcome) => outcome,
        }
    }
}
