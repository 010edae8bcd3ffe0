//! The inspect worker: files opened in the browser, and everything that can go wrong with one.

use std::{fs, path::Path};

use heap::{Analysis, Reader};
use leak_lab_tests::{Page, site};
use serde_json::{Value, json};

/// Opens a file of this machine in the page's client; the result is that of the expression, in which `file` is open.
async fn with_file(page: &Page, path: &Path, expression: &str) -> Result<Value, String> {
    let path = path.canonicalize().expect("the file is there");
    page.eval("globalThis.input = Object.assign(document.createElement('input'), {type: 'file'})")
        .await;
    let input = page
        .call(
            "Runtime.evaluate",
            json!({ "expression": "globalThis.input" }),
        )
        .await;
    let object = &input["result"]["objectId"];
    page.call(
        "DOM.setFileInputFiles",
        json!({ "files": [path], "objectId": object }),
    )
    .await;
    let script = format!(
        "(async () => {{
            const {{ InspectClient }} = await import('./inspect/client.js');
            const client = globalThis.client ??= new InspectClient();
            const source = globalThis.input.files[0];
            {expression}
        }})()"
    );
    page.attempt(&script).await
}

#[tokio::test(flavor = "multi_thread")]
async fn this_pages_own_snapshot_has_the_same_figures_in_the_worker_and_natively() {
    site(async |page| {
        page.open_lab("").await;
        let text = page.snapshot_text().await;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("own.heapsnapshot");
        fs::write(&path, &text).expect("it is written");

        let mut reader = Reader::new(Some(text.len() as u64));
        reader.feed(text.as_bytes()).expect("a snapshot");
        let native = Analysis::new(reader.finish().expect("whole")).finish();

        let script = "
            const seen = [];
            const file = await client.open(source, { onProgress: (progress) => seen.push(progress) });
            const steady = seen.every(({ fraction }, at) => at === 0 || seen[at - 1].fraction <= fraction);
            await file.close();
            return { ...file.overview, steady, phases: new Set(seen.map(({ title }) => title)).size };";
        let overview = with_file(page, &path, script).await.expect("it opens");
        assert_eq!(overview["kind"], "snapshot");
        assert_eq!(overview["nodes"], native.graph().node_count());
        assert_eq!(overview["edges"], native.graph().edge_count());
        assert_eq!(overview["total"].as_f64(), Some(native.total_size() as f64));
        assert_eq!(overview["rows"], native.rows().len());
        assert_eq!(overview["steady"], true);
        assert!(overview["phases"].as_u64() > Some(8), "{overview}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_can_be_cancelled_and_the_worker_goes_on() {
    site(async |page| {
        page.open_lab("").await;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture/heap/node-mixed.heapsnapshot.gz");
        let script = "
            const controller = new AbortController();
            const onProgress = ({ title }) => title !== 'Reading' && controller.abort();
            const stopped = await client.open(source, { signal: controller.signal, onProgress }).catch((error) => error.code);
            const file = await client.open(source);
            return { stopped, kind: file.overview.kind };";
        let result = with_file(page, &path, script).await.expect("it runs");
        assert_eq!(result, json!({ "stopped": "run.cancelled", "kind": "snapshot" }));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_none_is_said_with_a_code_and_advice_and_others_stay_open() {
    site(async |page| {
        page.open_lab("").await;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crate/heap/tests/small.heapsnapshot");
        let script = "
            const file = await client.open(source);
            const error = await client.open(new Blob(['{\"a\": 1}'])).catch((error) => error);
            return { code: error.code, advice: error.advice, nodes: (await file.ask('overview')).nodes };";
        let result = with_file(page, &path, script).await.expect("it runs");
        assert_eq!(result["code"], "file.other-json");
        assert!(result["advice"].as_str().is_some_and(|advice| advice.contains("Memory panel")));
        assert_eq!(result["nodes"], 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_trap_it_is_said_and_the_same_file_is_opened_again_in_a_new_worker() {
    site(async |page| {
        page.open_lab("").await;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crate/heap/tests/small.heapsnapshot");
        // A worker whose module traps when it is asked: the real one with one call replaced.
        let script = "
            const address = new URL('./inspect/worker.js', location.href).href;
            const wasm = new URL('./wasm/inspect.js', location.href).href;
            const code = `import { Session } from ${JSON.stringify(wasm)};
                import ${JSON.stringify(address)};
                Session.prototype.findings = () => { throw new WebAssembly.RuntimeError('unreachable'); };`;
            let starts = 0;
            const { startWorker } = await import('./worker.js');
            const trapping = () => startWorker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), 'inspect');
            const fresh = new client.constructor(() => starts++ ? startWorker(address, 'inspect') : trapping());
            const lost = new Promise((resolve) => fresh.addEventListener('lost', resolve));
            const file = await fresh.open(source);
            const first = await file.ask('findings', {}).catch((error) => error.code);
            const { problem, files } = (await lost).detail;
            const again = await Promise.all(files.map((file) => fresh.reopen(file)));
            const { list } = await file.ask('findings', {});
            return { first, said: problem.code, starts, same: again[0] === file, findings: list.length };";
        let result = with_file(page, &path, script).await.expect("it runs");
        let expected = json!({ "first": "session.trap", "said": "session.trap", "starts": 2, "same": true, "findings": 0 });
        assert_eq!(result, expected);
    })
    .await;
}

/// How many workers of this name the page has.
async fn workers(page: &Page, name: &str) -> usize {
    let filter = json!({ "filter": [{ "type": "worker" }] });
    let targets = page.call("Target.getTargets", filter).await;
    let targets = targets["targetInfos"].as_array().expect("a list");
    targets
        .iter()
        .filter(|target| target["title"] == name)
        .count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_ends_when_its_last_file_was_closed_and_at_once_on_end() {
    site(async |page| {
        page.open_lab("").await;
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../crate/heap/tests/small.heapsnapshot");
        assert_eq!(workers(page, "inspect").await, 0);
        let script = "
            globalThis.brief = new client.constructor(undefined, { idle: 0 });
            globalThis.opened = await brief.open(source);
            globalThis.lasting = await client.open(source);";
        with_file(page, &path, script).await.expect("they open");
        assert_eq!(workers(page, "inspect").await, 2);
        page.eval("opened.close()").await;
        let patience = tokio::time::Duration::from_secs(40);
        let until = async |count| while workers(page, "inspect").await != count {};
        tokio::time::timeout(patience, until(1))
            .await
            .expect("one ends");
        assert_eq!(
            page.eval("lasting.ask('overview').then(({ nodes }) => nodes)")
                .await,
            4
        );
        page.eval("client.end()").await;
        tokio::time::timeout(patience, until(0))
            .await
            .expect("the other ends, too");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelled_questions_reject_at_once_and_the_next_one_is_answered() {
    site(async |page| {
        page.open_lab("").await;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture/heap/node-mixed.heapsnapshot.gz");
        let script = "
            const file = await client.open(source);
            const controller = new AbortController();
            const { signal } = controller;
            const asked = ['findings', 'growth', 'holders'].map((question) =>
                file.ask(question, { before: [], most: 1 }, { signal }).catch((error) => error.code));
            const next = file.ask('overview');
            controller.abort();
            return { codes: await Promise.all(asked), kind: (await next).kind };";
        let result = with_file(page, &path, script).await.expect("it runs");
        assert_eq!(result, json!({ "codes": vec!["run.cancelled"; 3], "kind": "snapshot" }));
    })
    .await;
}

/// The README's example with this text in it.
fn example(having: &str) -> &'static str {
    let readme = include_str!("../../../README.md");
    let mut blocks = readme
        .split("```js\n")
        .filter_map(|rest| rest.split("```").next());
    let block = blocks.find(|code| code.contains(having));
    block.expect("an example with that")
}

/// The same with its imports as a function can have them.
fn inside_a_function(code: &str) -> String {
    let lines = code.lines().map(|line| {
        let import = line
            .strip_prefix("import ")
            .and_then(|line| line.split_once(" from "));
        import.map_or(line.to_owned(), |(names, from)| {
            format!(
                "const {names} = await import({});",
                from.trim_end_matches(';')
            )
        })
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_readmes_example_for_a_page_answers() {
    site(async |page| {
        page.open_lab("").await;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture/heap/node-mixed.heapsnapshot.gz");
        let code = inside_a_function(example("InspectClient"));
        let script = format!(
            "const input = globalThis.input, signal = undefined, onProgress = undefined;
            return await (async () => {{ {code} return {{ count: page.count, rows: page.node.length }}; }})();"
        );
        let result = with_file(page, &path, &script).await.expect("it runs");
        let rows = result["rows"].as_u64().expect("rows");
        assert!(rows > 0 && result["count"].as_u64() >= Some(rows), "{result}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_readmes_example_for_a_worker_of_ones_own_answers() {
    site(async |page| {
        page.open_lab("").await;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture/heap/chromium-dom.heapsnapshot.gz");
        let code = example("a module worker").replace("https://your.host/leak-lab", page.url().trim_end_matches('/'));
        let script = format!(
            "const {{ startWorker }} = await import('./worker.js');
            const worker = startWorker(URL.createObjectURL(new Blob([{}], {{ type: 'text/javascript' }})), 'own');
            const heard = new Promise((resolve, reject) => {{
                worker.onmessage = ({{ data }}) => resolve(data);
                worker.onerror = ({{ message }}) => reject(new Error(message));
            }});
            worker.postMessage(source);
            return await heard;",
            json!(code)
        );
        let found = with_file(page, &path, &script).await.expect("it runs");
        let found = found.as_array().expect("a list");
        assert!(found.iter().any(|finding| finding["retained"].as_f64() > Some(0.0)), "{found:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_client_asks_and_redacts() {
    site(async |page| {
        page.open_lab("").await;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture/heap/node-pair-after.heapsnapshot.gz");
        let script = "
            const file = await client.open(source);
            const rows = { by: 'retained', descending: true, from: 0, to: 1e9 };
            const before = await file.ask('summary', rows);
            const { file: redacted, summary } = await client.redact(source);
            const after = await (await client.open(redacted)).ask('summary', rows);
            const column = before.retained instanceof Float64Array;
            return { column, same: String(before.retained) === String(after.retained), replaced: summary.replaced };";
        let result = with_file(page, &path, script).await.expect("it runs");
        assert_eq!((&result["column"], &result["same"]), (&json!(true), &json!(true)));
        assert!(result["replaced"].as_f64() > Some(1000.0), "{result}");
    })
    .await;
}
