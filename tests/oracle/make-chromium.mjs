// Makes Chromium's fixtures and their oracle files: `node tests/oracle/make-chromium.mjs [name]…`.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launch, openPage } from "./cdp.mjs";
import { writePairFigures } from "./diff.mjs";
import { writeFigures } from "./figures.mjs";
import { FIXTURES, writeGz } from "./files.mjs";
import { provenance } from "./provenance.mjs";

const ORIGIN = "https://app.example/";
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Nothing is served: the browser is handed our files under a neutral name.
async function answer(browser, sessionId, { requestId, request }) {
  const name = new URL(request.url).pathname.slice(1);
  const script = !name.endsWith(".html");
  const body = script
    ? readFileSync(new URL(name.endsWith(".mjs") ? `program/${name}` : `page/${name}`, import.meta.url))
    : `<!doctype html><meta charset=utf-8><link rel=icon href=data:,><body><script type=module src=${name.replace(".html", ".js")}></script>`;
  await browser.send(
    "Fetch.fulfillRequest",
    {
      requestId,
      responseCode: 200,
      body: Buffer.from(body).toString("base64"),
      responseHeaders: [{ name: "content-type", value: script ? "text/javascript" : "text/html" }],
    },
    sessionId,
  );
}

/** @type {Record<string, (page: Awaited<ReturnType<typeof openPage>>) => Promise<Record<string, string>>>} */
const MAKES = {
  async dom(page) {
    const usual = await page.stream("HeapProfiler.takeHeapSnapshot", {});
    await page.run("change()");
    // What DevTools' panel asks for.
    const panel = await page.stream("HeapProfiler.takeHeapSnapshot", {
      exposeInternals: true,
      captureNumericValue: true,
    });
    return { "chromium-dom.heapsnapshot": usual, "chromium-dom-panel.heapsnapshot": panel };
  },
  wasm: async (page) => ({ "chromium-wasm.heapsnapshot": await page.stream("HeapProfiler.takeHeapSnapshot", {}) }),
  async work(page) {
    await page.send("HeapProfiler.startTrackingHeapObjects", { trackAllocations: true });
    for (let i = 1; i <= 6; i++) {
      await page.run(`turn(${i})`);
      await pause(120);
    }
    const timeline = await page.stream("HeapProfiler.stopTrackingHeapObjects", { reportProgress: false });
    // No more than the usual 128 frames: the protocol cannot carry a deeper tree ("CBOR: stack limit exceeded").
    await page.send("HeapProfiler.startSampling", { samplingInterval: 1024 });
    for (let i = 1; i <= 20; i++) await page.run(`turn(${i})`);
    for (let i = 0; i < 5; i++) await page.run(`deep(${800 + i * 10})`);
    const { profile } = await page.send("HeapProfiler.stopSampling");
    return { "chromium-timeline.heaptimeline": timeline, "chromium-sampling.heapprofile": JSON.stringify(profile) };
  },
};

async function make(name) {
  const browser = launch();
  try {
    const { jsVersion, product } = await browser.send("Browser.getVersion");
    const page = await openPage(browser, `${ORIGIN}${name}.html`, answer);
    await pause(500);
    for (const [file, text] of Object.entries(await MAKES[name](page))) {
      const stored = join(FIXTURES, `${file}.gz`);
      writeGz(stored, text);
      await writeFigures(stored, provenance(`page/${name}.js`, { chromium: product, v8: jsVersion }));
      console.log(stored);
    }
  } finally {
    await browser.close();
  }
}

mkdirSync(FIXTURES, { recursive: true });
const wanted = process.argv.slice(2);
for (const name of wanted.length ? wanted : Object.keys(MAKES)) await make(name);
if (!wanted.length || wanted.includes("dom")) await writePairFigures("chromium");
