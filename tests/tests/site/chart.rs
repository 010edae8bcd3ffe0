//! The chart: what it draws is what was measured, and it survives what can happen to its worker.

use leak_lab_tests::{Options, Page, site, site_with};
use serde_json::{Value, json};

/// Lets a test act inside the chart's worker: `window.inWorker(source)`.
const WORKER_HOOK: &str = r"
    const hook = `self.addEventListener('message', (event) => {
        if (event.data?.source === undefined) return;
        event.stopImmediatePropagation();
        eval(event.data.source);
    });`;
    const Plain = Blob;
    globalThis.Blob = class extends Plain {
        constructor(parts, options) {
            super(options?.type === 'text/javascript' ? [hook, ...parts] : parts, options);
        }
    };
    const Started = Worker;
    globalThis.Worker = class extends Started {
        constructor(...given) {
            super(...given);
            globalThis.inWorker = (source) => this.postMessage({ source });
        }
    };
";

const WORDS: &str = "document.querySelector('lab-chart .chart-words').textContent";

/// A page whose chart's worker can be acted in. The policy must allow what a test says there.
async fn with_worker(test: impl AsyncFnOnce(&Page)) {
    let options = Options {
        before_load: Some(WORKER_HOOK.into()),
        arguments: vec!["--disable-features=BackForwardCache".into()],
        ..Options::default()
    };
    site_with(options, async |page| {
        page.call("Page.setBypassCSP", json!({ "enabled": true }))
            .await;
        page.open_lab("#chart").await;
        page.until("document.querySelector('lab-chart').scope?.ready")
            .await;
        page.eval("lab.step('leak-boxes', 3)").await;
        words(page, "leak-boxes ×3").await;
        test(page).await;
    })
    .await;
}

/// Waits until the chart's words for screen readers have some in them.
async fn words(page: &Page, wanted: &str) {
    page.until(&format!(
        "(document.querySelector('lab-chart').scope?.summarise(), {WORDS}.includes({wanted:?}))"
    ))
    .await;
}

async fn problem(page: &Page, code: &str) -> String {
    let selector = format!("lab-chart [data-code='{code}']");
    page.until(&format!("document.querySelector({selector:?})"))
        .await;
    page.text(&selector).await
}

async fn no_problem(page: &Page) {
    page.until("document.querySelector('lab-chart .chart-problem') === null")
        .await;
}

/// A chart of its own, `window.chart`, with two series in one panel: a ramp from 0 to 10 MB, and 5 MB all the time.
const RAMP: &str = r"
    const chart = document.createElement('lab-chart');
    chart.style.cssText = 'position: fixed; inset: 0; z-index: 9; --series-ramp: #f00; --series-level: #00f;';
    document.body.append(chart);
    const series = (id, column) => ({ id, title: id, column, style: 'line' });
    const panel = { id: 'all', title: 'All', unit: 'bytes', series: [series('ramp', 1), series('level', 2)] };
    chart.open([panel], 'exact');
    window.chart = chart;
    window.ramp = () => {
        for (let at = 0; at <= 100; at++) chart.scope.sample(new Float64Array([at * 300, at * 1e5, 5e6]));
    };
    /** Where a colour is in one column of the picture: the mean y, in parts of the height. */
    window.height = (part, red) => {
        const drawn = chart.querySelector('canvas');
        const copy = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d');
        copy.drawImage(drawn, 0, 0);
        const ratio = devicePixelRatio;
        const [left, right] = [62 * ratio, drawn.width - 14 * ratio];
        const { data } = copy.getImageData(Math.round(left + (right - left) * part), 0, 1, drawn.height);
        let [sum, count] = [0, 0];
        for (let y = 0; y < drawn.height; y++) {
            const [r, g, b] = data.subarray(4 * y);
            if (g < 60 && (red ? r > 200 && b < 60 : b > 200 && r < 60)) { sum += y; count++; }
        }
        return count > 0 ? sum / count / drawn.height : null;
    };
    window.heights = () => [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => [window.height(part, true), window.height(part, false)]);
";

async fn own_chart(page: &Page) {
    page.open_lab("").await;
    page.eval(&format!("(() => {{ {RAMP} }})()")).await;
    page.until("chart.scope.ready").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_are_where_the_samples_say() {
    site(async |page| {
        own_chart(page).await;
        page.eval("ramp()").await;
        page.until("heights().every(([ramp, level]) => level !== null)")
            .await;
        let heights = page.eval("heights()").await;
        let at = |place: usize, line: usize| heights[place][line].as_f64();
        let level = at(0, 1).expect("the level is drawn");
        for place in [0, 1, 3, 4] {
            let ramp = at(place, 0).expect("the ramp is drawn");
            // The ramp is above the level by as much as it is before or behind the middle: y counts downwards.
            let before = 2.0 - place as f64;
            let step = (at(0, 0).expect("the ramp is drawn") - level) / 2.0;
            assert!(step > 0.05, "{heights}");
            assert!((ramp - level - before * step).abs() < 0.015, "{heights}");
            assert!(
                (at(place, 1).expect("level") - level).abs() < 0.003,
                "{heights}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_read_the_samples_and_the_readout_is_said() {
    site(async |page| {
        own_chart(page).await;
        page.eval("ramp()").await;
        page.call(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        )
        .await;
        page.eval("chart.querySelector('.chart-stage').focus()")
            .await;
        for (key, wanted) in [
            ("End", "0:30, ramp 10.0 MB, level 5.0 MB"),
            ("Home", "0:00, ramp 0 B, level 5.0 MB"),
            ("ArrowRight", "0:00, ramp 100.0 kB, level 5.0 MB"),
        ] {
            for kind in ["rawKeyDown", "keyUp"] {
                page.call(
                    "Input.dispatchKeyEvent",
                    json!({ "type": kind, "key": key }),
                )
                .await;
            }
            page.until(&format!(
                "chart.querySelector('[aria-live]').textContent === {wanted:?}"
            ))
            .await;
        }
        let tree = page.call("Accessibility.getFullAXTree", json!({})).await;
        let named = tree["nodes"]
            .as_array()
            .expect("nodes")
            .iter()
            .find(|node| {
                node["role"]["value"] == "application"
                    && node["name"]["value"] == "Chart over time: All"
            });
        let described = named.expect("an application with a name")["description"]["value"].as_str();
        assert!(
            described.is_some_and(|text| text.contains("ramp from 0 B to now 10.0 MB, +10.0 MB")),
            "{described:?}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chart_reads_as_the_meters_do() {
    site(async |page| {
        page.open_lab("#chart").await;
        page.eval("lab.step('leak-boxes', 7)").await;
        words(page, "units made from 0 to now 7").await;
        words(page, "step leak-boxes ×7").await;
        let linear = page.eval("lab.meters().linear").await.as_f64().expect("bytes");
        words(page, &format!("wasm linear memory from 1.2 MB to now {:.1} MB", linear / 1e6)).await;
        let ticks = page
            .eval("(() => { const { scope } = document.querySelector('lab-chart'); let ticks = 0; scope.sample = () => ticks++; for (let at = 0; at < 100; at++) lab.meters(); return ticks; })()")
            .await;
        assert_eq!(ticks, 0, "a look at the meters is no sample");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_before_the_first_sample_stands_still_at_nothing() {
    site(async |page| {
        own_chart(page).await;
        page.eval("(chart.pause(true), ramp())").await;
        page.until("new Promise((resolve) => { chart.scope.onsummary = (summary) => resolve(summary === undefined); chart.scope.summarise(); })")
            .await;
        assert!(page.eval("heights()").await.as_array().expect("a list").iter().all(|pair| pair == &json!([null, null])));
        page.eval("chart.pause(false)").await;
        page.until("heights().every(([ramp, level]) => level !== null)").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn meters_that_a_browser_does_not_have_take_no_room() {
    let before_load =
        Some("Object.defineProperty(performance, 'memory', { value: undefined })".into());
    site_with(
        Options {
            before_load,
            ..Options::default()
        },
        async |page| {
            page.open_lab("#chart").await;
            words(page, "WebAssembly memory").await;
            page.until("document.querySelectorAll('.chart-titles > div').length === 3")
                .await;
            assert!(!page.text("lab-chart").await.contains("JS heap"));
        },
    )
    .await;
}

/// Red, green and blue of the picture's first pixel, and how many colours it has.
const PICTURE: &str = "(() => { const drawn = document.querySelector('lab-chart canvas'); const copy = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d'); copy.drawImage(drawn, 0, 0); const { data } = copy.getImageData(0, 0, drawn.width, drawn.height); return { corner: [...data.subarray(0, 3)], colours: new Set(new Uint32Array(data.buffer)).size }; })()";

#[tokio::test(flavor = "multi_thread")]
async fn forced_colours_are_the_systems_and_go_again() {
    site(async |page| {
        page.open_lab("#leak-buffers&chart").await;
        words(page, "JS heap used").await;
        page.until(&format!("{PICTURE}.colours > 12")).await;
        let own: Value = page.eval(PICTURE).await["corner"].clone();
        let canvas = "(() => { const probe = document.createElement('i'); probe.style.cssText = 'forced-color-adjust: none; color: Canvas'; document.body.append(probe); const found = getComputedStyle(probe).color.match(/\\d+/g).map(Number); probe.remove(); return found.slice(0, 3).join(); })()";
        let force = async |value: &str| {
            let features = json!([{ "name": "forced-colors", "value": value }, { "name": "prefers-color-scheme", "value": "dark" }]);
            page.call("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        };
        force("active").await;
        page.until("matchMedia('(forced-colors: active)').matches").await;
        page.until(&format!("{PICTURE}.corner.join() === {canvas}")).await;
        page.until(&format!("{PICTURE}.colours > 12")).await;
        page.call("Emulation.setEmulatedMedia", json!({ "features": [] })).await;
        page.until(&format!("{PICTURE}.corner.join() === {:?}", own.as_array().expect("three").iter().map(Value::to_string).collect::<Vec<_>>().join(",")))
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trap_without_a_network_loses_nothing() {
    with_worker(async |page| {
        page.eval(r"inWorker(`
            self.fetch = () => Promise.reject(new TypeError('offline'));
            import(new URL('./wasm/scope.js', ${JSON.stringify(location.href)})).then(({ Session }) => {
                const { redraw } = Session.prototype;
                Session.prototype.redraw = () => { Session.prototype.redraw = redraw; throw new WebAssembly.RuntimeError('unreachable'); };
            });
        `)").await;
        let said = problem(page, "scope.trap").await;
        assert!(said.contains("its recording is kept"), "{said}");
        page.eval("document.querySelector('lab-chart').scope.onsummary()").await;
        words(page, "leak-boxes ×3").await;
        words(page, "units made from 0 to now 3").await;
        page.click("lab-chart [data-code='scope.trap'] button").await;
        no_problem(page).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_canvas_that_refuses_is_tried_again() {
    with_worker(async |page| {
        page.eval("inWorker(`const { prototype } = OffscreenCanvasRenderingContext2D; self.put = prototype.putImageData; prototype.putImageData = () => { throw new DOMException('no room', 'QuotaExceededError'); };`)").await;
        assert!(problem(page, "scope.canvas").await.contains("no room"));
        page.eval("inWorker(`OffscreenCanvasRenderingContext2D.prototype.putImageData = self.put;`)").await;
        no_problem(page).await;
        words(page, "leak-boxes ×3").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_throws_hands_its_recording_to_the_next() {
    with_worker(async |page| {
        page.eval("inWorker(`setTimeout(() => { throw new Error('boom'); });`)")
            .await;
        let said = problem(page, "scope.lost").await;
        assert!(
            said.contains("boom") && said.contains("What it had recorded is kept."),
            "{said}"
        );
        page.click("lab-chart [data-code='scope.lost'] button")
            .await;
        no_problem(page).await;
        page.eval(&format!(
            "{WORDS}; document.querySelector('lab-chart .chart-words').textContent = ''"
        ))
        .await;
        words(page, "leak-boxes ×3").await;
        words(page, "units made from 0 to now 3").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_ends_in_silence_is_missed() {
    with_worker(async |page| {
        page.eval("inWorker(`self.close();`)").await;
        let said = problem(page, "scope.lost").await;
        assert!(said.contains("What it had recorded is lost."), "{said}");
        page.click("lab-chart [data-code='scope.lost'] button")
            .await;
        no_problem(page).await;
        page.eval("lab.step('leak-boxes', 5)").await;
        words(page, "leak-boxes ×5").await;
        assert!(!page.text("lab-chart .chart-words").await.contains("×3"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pointer_reads_the_samples_and_takes_the_readout_with_it() {
    site(async |page| {
        own_chart(page).await;
        page.eval("ramp()").await;
        page.until("heights().every(([ramp, level]) => level !== null)")
            .await;
        let readout = "chart.querySelector('.chart-readout')";
        let shown = format!("!{readout}.hidden && {readout}.textContent.includes('5.0 MB')");
        let canvas = "body > lab-chart canvas";
        page.point(&["mouseMoved"], canvas).await;
        page.until(&shown).await;
        page.point(&["mouseMoved"], "body > lab-chart .chart-bar")
            .await;
        page.until(&format!("{readout}.hidden")).await;
        // A finger that does not move.
        let touch = async |kind: &str, points: Value| {
            let event = json!({ "type": kind, "touchPoints": points });
            page.call("Input.dispatchTouchEvent", event).await;
        };
        let half = "[innerWidth / 2, innerHeight / 2]";
        let place = page.eval(half).await;
        touch("touchStart", json!([{ "x": place[0], "y": place[1] }])).await;
        page.until(&shown).await;
        touch("touchEnd", json!([])).await;
        page.until(&format!("{readout}.hidden")).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_span_that_is_chosen_is_in_the_address_and_one_in_the_address_is_chosen() {
    site(async |page| {
        page.open_lab("#chart").await;
        let chosen = "document.querySelector('.chart-spans [aria-pressed=true]').textContent";
        let minutes = ".chart-spans button:nth-child(2)";
        page.point(&["mousePressed", "mouseReleased"], minutes)
            .await;
        page.until("location.hash.includes('span=2min')").await;
        assert_eq!(page.eval(chosen).await, "2 min");
        page.eval("location.hash = '#chart&span=all'").await;
        page.until(&format!("{chosen} === 'All'")).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_that_a_worker_starts_from_is_let_go_of() {
    let before_load = "
        globalThis.kept = new Map();
        const { createObjectURL, revokeObjectURL } = URL;
        URL.createObjectURL = (blob) => { const url = createObjectURL.call(URL, blob); kept.set(url, true); return url; };
        URL.revokeObjectURL = (url) => { kept.set(url, false); revokeObjectURL.call(URL, url); };
    ";
    let options = Options {
        before_load: Some(before_load.into()),
        ..Options::default()
    };
    site_with(options, async |page| {
        page.open_lab("#chart").await;
        page.until("document.querySelector('lab-chart').scope?.ready")
            .await;
        page.until("kept.size > 0 && [...kept.values()].every((held) => !held)")
            .await;
    })
    .await;
}
