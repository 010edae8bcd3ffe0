//! The Lab's controls where something stands in the way, and a newcomer's first minute.

use leak_lab_tests::{Options, Page, site, site_with};
use serde_json::json;

async fn press(page: &Page, key: &str) {
    for kind in ["keyDown", "keyUp"] {
        page.call(
            "Input.dispatchKeyEvent",
            json!({ "type": kind, "key": key, "text": key }),
        )
        .await;
    }
}

/// Types into a field as its change is heard.
async fn set(page: &Page, field: &str, value: &str) {
    page.eval(&format!(
        "(() => {{ const field = document.querySelector({field:?}); field.value = {value:?}; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {{ bubbles: true }})); }})()"
    ))
    .await;
}

async fn run_command(page: &Page, line: &str) {
    page.eval(&format!(
        "(() => {{ const input = document.querySelector('lab-command input'); input.value = {line:?}; input.form.requestSubmit(); }})()"
    ))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_is_led_to_the_first_leak() {
    site(async |page| {
        page.open_lab("").await;
        let line = page.text("lab-first-minute").await;
        for words in ["Start a leak", "line", "DevTools (F12)", "Memory", "steps"] {
            assert!(line.contains(words), "{words} in {line}");
        }
        page.until("document.querySelector('.scenario-run.pointed')").await;
        page.click("lab-first-minute .link").await;
        assert_eq!(page.eval("document.activeElement.matches('.scenario-run.pointed')").await, true);
        page.eval("document.activeElement.click()").await;
        page.until("lab.scenarios().some(({ made }) => made > 0)").await;
        page.until("!document.querySelector('.pointed') && document.querySelector('lab-first-minute [done]')").await;
        page.click("lab-first-minute [aria-label='Hide this line']").await;
        page.open_lab("").await;
        assert_eq!(page.eval("document.querySelector('lab-first-minute').checkVisibility()").await, false);
        assert_eq!(page.eval("document.querySelector('.pointed')").await, json!(null));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_narrow_screen_the_scenarios_come_before_the_chart_and_headings_have_an_order() {
    let options = Options {
        width: 380,
        height: 800,
        ..Options::default()
    };
    site_with(options, async |page| {
        page.open_lab("").await;
        let top = |selector: &str| format!("document.querySelector({selector:?}).getBoundingClientRect().top");
        let (list, chart) = (top("lab-scenarios"), top("lab-chart"));
        assert_eq!(page.eval(&format!("{list} < {chart}")).await, true);
        for room in ["lab", "learn", "snapshots"] {
            page.click(&format!("header [data-room={room}]")).await;
            page.until(&format!("document.querySelector('main > .{room}')?.checkVisibility()")).await;
            let levels = page
                .eval("[...document.querySelectorAll('h1, h2, h3, h4')].filter((heading) => heading.checkVisibility()).map(({ tagName }) => Number(tagName[1]))")
                .await;
            let levels: Vec<_> = levels.as_array().expect("a list").iter().filter_map(serde_json::Value::as_u64).collect();
            assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{room}");
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{room}: {levels:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scenario_is_found_by_its_words() {
    site(async |page| {
        page.open_lab("").await;
        set(page, ".search", "BOX rust").await;
        let shown = "[...document.querySelectorAll('lab-scenario')].filter((card) => card.checkVisibility()).map(({ slug }) => slug)";
        assert_eq!(page.eval(shown).await, json!(["leak-boxes"]));
        assert!(page.text("lab-scenarios [role=status]").await.starts_with("1 of "));
        set(page, ".search", "").await;
        let all = page.eval("lab.scenarios().length").await;
        assert_eq!(page.eval(&format!("{shown}.length")).await, all);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_single_key_can_be_turned_off_and_is_left_to_fields() {
    site(async |page| {
        page.open_lab("").await;
        let open = "document.querySelector('dialog.options').open";
        page.eval("document.querySelector('.search').focus()").await;
        press(page, "?").await;
        assert_eq!(
            page.eval("document.querySelector('.search').value").await,
            "?"
        );
        assert_eq!(page.eval(open).await, false);
        page.eval("document.activeElement.blur()").await;
        press(page, "?").await;
        page.until(open).await;
        page.click("dialog.options .keys input").await;
        page.open_lab("").await;
        press(page, "?").await;
        assert_eq!(page.eval(open).await, false);
        page.click(".options-place > button").await;
        page.until(open).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn copied_is_said_only_of_what_was_copied() {
    site(async |page| {
        page.open_lab("").await;
        let copy = "[...document.querySelectorAll('lab-command button')].at(-1).click()";
        let said = "document.querySelector('lab-command .said').textContent";
        for refusal in ["async () => { throw new DOMException('', 'NotAllowedError'); }", "undefined"] {
            page.eval(&format!("Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: {refusal} }} }})")).await;
            page.eval(copy).await;
            page.until(&format!("{said}.startsWith('Not copied')")).await;
            assert_eq!(page.eval("getSelection().toString()").await, "npm start -- --chart");
        }
        page.eval("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { globalThis.copied = text; } } })").await;
        page.eval(copy).await;
        page.until(&format!("{said} === 'Copied.'")).await;
        assert_eq!(page.eval("copied").await, "npm start -- --chart");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_line_keeps_the_budget_or_sets_it_up_to_its_limit() {
    site(async |page| {
        page.open_lab("").await;
        let field = ".budget input";
        let budget = "document.querySelector('.budget input').value";
        set(page, field, "2000").await;
        page.until("document.querySelector('lab-command input').value === 'npm start -- --chart --budget=2000'").await;
        run_command(page, "npm start -- --chart --budget=2000").await;
        assert_eq!(page.eval(budget).await, "2000");
        run_command(page, "npm start -- --chart").await;
        assert_eq!(page.eval(budget).await, "2000");
        page.eval("location.hash = '#log'").await;
        page.until("document.querySelector('lab-log').checkVisibility()").await;
        assert_eq!(page.eval(budget).await, "2000");
        run_command(page, "--budget=8192").await;
        assert_eq!(page.eval(budget).await, "8192");
        assert_eq!(page.text(".notices").await, "");
        run_command(page, "--budget=8193").await;
        page.until("document.querySelector('.notices').textContent.includes('page.words-ignored')").await;
        assert_eq!(page.eval(budget).await, "8192");
        page.eval("location.hash = '#budget=64'").await;
        page.until(&format!("{budget} === '64'")).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn any_whole_number_is_a_rate_and_what_is_none_is_said() {
    site(async |page| {
        page.open_lab("#leak-objects=55ms").await;
        let running = "lab.scenarios().find(({ slug }) => slug === 'leak-objects').running";
        let [units, period] = ["first", "last"]
            .map(|place| format!("lab-scenario[running] .rate .field:{place}-of-type input"));
        set(page, &units, "2").await;
        assert_eq!(
            page.eval(running).await,
            json!({ "slug": "leak-objects", "fixed": false, "period": 55, "units": 2 })
        );
        for (field, bad, words) in [
            (&units, "0", "1 to 1,000"),
            (&period, "5", "10 to 60,000"),
            (&period, "10.5", "10 to 60,000"),
            (&period, "", "10 to 60,000"),
        ] {
            set(page, field, bad).await;
            assert!(
                page.text("lab-scenario[running] .invalid")
                    .await
                    .contains(words),
                "{bad}"
            );
            assert_eq!(
                page.eval(&format!("document.querySelector({field:?}).ariaInvalid"))
                    .await,
                "true"
            );
            assert_eq!(page.eval(&format!("{running}.units")).await, 2);
            set(page, field, if field == &units { "2" } else { "55" }).await;
            assert_eq!(page.text("lab-scenario[running] .invalid").await, "");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_memory_tab_is_not_the_guide_says_whose_steps_these_are() {
    let before_load = Some("delete Performance.prototype.memory".to_owned());
    let there = "/for the Memory tab of Chromium browsers/.test(document.querySelector('lab-guide').textContent)";
    site_with(
        Options {
            before_load,
            ..Options::default()
        },
        async |page| {
            page.open_lab("").await;
            page.until(there).await;
        },
    )
    .await;
    site(async |page| {
        page.open_lab("").await;
        page.until("document.querySelector('lab-guide .steps')")
            .await;
        assert_eq!(page.eval(there).await, false);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guide_waits_for_its_words_and_says_when_they_do_not_come() {
    site(async |page| {
        page.open_lab("").await;
        let script = "(async () => {
            const { Guide } = await import('./lab/guide/guide.js');
            const { Store } = await import('./shell/store.js');
            const scenarios = lab.scenarios();
            const cards = await Promise.all([lab.card('leak-objects'), lab.card('leak-boxes')]);
            const asked = [];
            const card = (slug) => new Promise((resolve, reject) => asked.push({ slug, resolve, reject }));
            const store = new Store({ topic: 'leak-boxes', runs: [] });
            const guide = new Guide({ experiment: { scenarios, precision: 'exact', catalogue: { card }, status: (slug) => ({ info: scenarios.find((line) => line.slug === slug) }) }, store, notify() {} });
            const turn = () => new Promise((resolve) => setTimeout(resolve));
            const said = () => guide.querySelector('.guide-state').textContent;
            const seen = [said()];
            asked[0].reject(new Error('no such file'));
            await turn();
            seen.push(said());
            guide.querySelector('.guide-state button').click();
            store.update({ topic: 'leak-objects' });
            const [, late, now] = asked;
            now.resolve(cards[0]);
            await turn();
            late.resolve(cards[1]);
            await turn();
            return [...seen, guide.querySelector('.steps').textContent.includes('{stuff}'), said()];
        })()";
        let seen = page.eval(script).await;
        assert_eq!(seen[0], "Loading the steps…");
        let failed = seen[1].as_str().expect("words");
        assert!(failed.contains("leak-boxes did not arrive") && failed.contains("no such file"), "{failed}");
        assert_eq!((&seen[2], &seen[3]), (&json!(true), &json!("")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_forced_colours_one_sees_what_is_on() {
    site(async |page| {
        page.call(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
        )
        .await;
        page.open_lab("").await;
        page.until("document.querySelector('lab-guide .segment')")
            .await;
        let background = |selector: &str| format!("getComputedStyle(document.querySelector({selector:?})).backgroundColor");
        let highlight = page.eval("(() => { const probe = document.createElement('i'); probe.style.cssText = 'forced-color-adjust: none; background: Highlight'; document.body.append(probe); const { backgroundColor } = getComputedStyle(probe); probe.remove(); return backgroundColor; })()").await;
        for (on, off) in [
            ("lab-guide .segment input:checked + span", "lab-guide .segment input:not(:checked) + span"),
            (".chart-bar [aria-pressed=true]", ".chart-bar [aria-pressed=false]"),
            ("header [aria-current]", "header .rooms a:not([aria-current])"),
        ] {
            assert_eq!(page.eval(&background(on)).await, highlight, "{on}");
            assert_ne!(page.eval(&background(off)).await, highlight, "{off}");
        }
        let bar = page.eval("(({ borderTopWidth, backgroundColor }) => [borderTopWidth, backgroundColor])(getComputedStyle(document.querySelector('.budget progress')))").await;
        let canvas = page.eval("getComputedStyle(document.body).backgroundColor").await;
        assert_eq!(bar, json!(["1px", canvas]), "a frame, and what is full in another colour");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn modules_that_do_not_arrive_are_missed_aloud() {
    let options = Options {
        strict: false,
        ..Options::default()
    };
    site_with(options, async |page| {
        for (blocked, link, code) in [
            ("*/shell/store.js", "", "page.module-missing"),
            ("*/lab/room.js", "", "page.module-missing"),
            ("*/learn/room.js", "#learn", "page.module-missing"),
            ("*/snapshots/pane.js", "#snapshots", "page.module-missing"),
        ] {
            page.call("Network.setBlockedURLs", json!({ "urls": [blocked] }))
                .await;
            page.go(link).await;
            page.until(&format!(
                "document.querySelector('.failed')?.textContent.includes({code:?})"
            ))
            .await;
        }
        for blocked in ["*/app.js", "*/shell/rooms.js", "*/ui/element.js"] {
            page.call("Network.setBlockedURLs", json!({ "urls": [blocked] }))
                .await;
            page.go("").await;
            page.until(
                "/did not arrive/.test(document.querySelector('main > [role=alert]')?.textContent)",
            )
            .await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_opened_as_a_file_says_how_to_open_it() {
    let options = Options {
        strict: false,
        ..Options::default()
    };
    site_with(options, async |page| {
        let index = leak_lab_tests::site_directory()
            .join("index.html")
            .canonicalize()
            .expect("the site is built");
        page.driver()
            .goto(format!("file://{}", index.display()))
            .await
            .expect("it loads");
        page.until("/opened as a file/.test(document.querySelector('main').textContent)")
            .await;
        page.until("/cargo xtask serve/.test(document.querySelector('main').textContent)")
            .await;
    })
    .await;
}
