// Runs one program as a page of Chromium.
import { createWriteStream } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { launch } from "../../oracle/cdp.mjs";
import { bounded } from "./bounded.mjs";
import { bundle } from "./bundle.mjs";
import { record } from "./schedule.mjs";

const PAGE = `<!doctype html><html lang=en><meta charset=utf-8><title>page</title><link rel=icon href=data:,>
<link rel=stylesheet href=app.css><body><div id=root></div><script>
var failures = [];
addEventListener("error", (event) => failures.push(event.message));
addEventListener("unhandledrejection", (event) => failures.push(String(event.reason?.stack ?? event.reason)));
</script><script src=app.js></script>`;
const TYPES = { js: "text/javascript", css: "text/css", ttf: "font/ttf", woff2: "font/woff2", svg: "image/svg+xml" };

/** Serves the page and the files of its bundle. @param {Map<string, Uint8Array>} files */
async function serve(files) {
  const server = createServer((request, response) => {
    const name = (request.url ?? "/").slice(1).split("?")[0];
    const body = name ? files.get(name) : PAGE;
    const type = TYPES[/** @type {keyof TYPES} */ (name.split(".").pop())] ?? "text/html";
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return server;
}

/** A new page at an address. @param {ReturnType<typeof launch>} browser @param {string} url */
async function open(browser, url) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, params = {}) => browser.send(method, params, sessionId);
  const on = (method, listener) => {
    const filter = (message) =>
      message.sessionId === sessionId && message.method === method && listener(message.params);
    browser.listeners.add(filter);
    return () => browser.listeners.delete(filter);
  };
  await send("Page.enable");
  await send("Emulation.setDeviceMetricsOverride", { width: 1200, height: 900, deviceScaleFactor: 1, mobile: false });
  const loaded = new Promise((resolve) => on("Page.loadEventFired", resolve));
  await send("Page.navigate", { url });
  await bounded(loaded, "the page's load");
  // The domain `Runtime` stays off: with it, the browser keeps what the page writes to the console.
  const run = async (expression) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return { send, on, run };
}

/** Collects until an object made for this is gone and its finalizer ran; three times, for what finalizers let go. @param {Awaited<ReturnType<typeof open>>} page */
async function collect(page) {
  for (let round = 0; round < 3; round++) {
    await bounded(page.run("field.quiet()"), "a quiet moment of the page");
    let gone = false;
    const witness = page.run("field.witness()").then(() => {
      gone = true;
    });
    const wait = (async () => {
      while (!gone) await page.send("HeapProfiler.collectGarbage");
    })();
    await bounded(Promise.all([witness, wait]), "a collection");
  }
}

/** @param {Awaited<ReturnType<typeof open>>} page @param {string} path */
async function save(page, path) {
  const file = createWriteStream(path);
  const stop = page.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => file.write(chunk));
  await bounded(page.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false }), "a heap file", 180_000);
  stop();
  file.end();
  await finished(file);
}

/**
 * Writes a page's files.
 * @param {{home: string, kind: "program" | "leak", name: string, twin: string, folder: string, chromium: string}} job
 */
export async function runPage({ home, kind, name, twin, folder, chromium }) {
  const server = await serve(await bundle(home, kind, name));
  const browser = launch(chromium);
  try {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const page = await bounded(open(browser, `http://127.0.0.1:${port}/`), "a page");
    const failed = await page.run("failures.join('\\n') || (window.field ? '' : 'the script did not run')");
    if (failed) throw new Error(failed);
    await bounded(page.run(`field.begin(${twin === "leaky"})`), `the start of ${name}`, 120_000);
    await record(
      {
        act: (times) => bounded(page.run(`field.act(${times})`), `${times} actions of ${name}`, 180_000),
        collect: () => collect(page),
        save: (file) => save(page, join(folder, `${file}.heapsnapshot`)),
      },
      kind,
    );
    const later = await page.run("failures.join('\\n')");
    if (later) throw new Error(later);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
