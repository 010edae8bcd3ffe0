// Chromium over a pipe: just enough of its protocol to take heap files.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
  "--no-first-run",
  "--lang=en-US",
  "--remote-debugging-pipe",
];

/** @param {string} [path] of the browser */
export function launch(path = process.env.CHROMIUM ?? "/usr/bin/chromium") {
  const profile = mkdtempSync(join(tmpdir(), "oracle-"));
  const browser = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const [, , , commands, answers] = browser.stdio;
  const waiting = new Map();
  const listeners = new Set();
  let last = 0,
    rest = Buffer.alloc(0);

  // A browser that ended takes nothing more: whoever waits for an answer says how long.
  commands.on("error", () => {});
  answers.on("data", (piece) => {
    rest = Buffer.concat([rest, piece]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = JSON.parse(rest.subarray(0, end).toString("utf8"));
      rest = rest.subarray(end + 1);
      const call = waiting.get(message.id);
      if (!call) for (const listener of listeners) listener(message);
      else if (message.error) call.reject(new Error(message.error.message));
      else call.resolve(message.result);
      waiting.delete(message.id);
    }
  });

  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      commands.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });

  return {
    send,
    listeners,
    async close() {
      const gone = browser.exitCode !== null || browser.signalCode !== null;
      const ended = gone || new Promise((resolve) => browser.once("exit", resolve));
      const late = setTimeout(() => browser.kill("SIGKILL"), 10_000);
      send("Browser.close").catch(() => {});
      await ended;
      clearTimeout(late);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * A new page.
 * @param {ReturnType<typeof launch>} browser
 * @param {string} url
 * @param {(browser: any, sessionId: string, request: any) => Promise<void>} answer every request of the page
 */
export async function openPage(browser, url, answer) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, params) => browser.send(method, params, sessionId);
  const events = (method, listener) => {
    const filter = (message) =>
      message.sessionId === sessionId && message.method === method && listener(message.params);
    browser.listeners.add(filter);
    return () => browser.listeners.delete(filter);
  };
  await send("Page.enable");
  await send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  events("Fetch.requestPaused", (paused) => answer(browser, sessionId, paused));
  await send("Runtime.enable");
  const loaded = new Promise((resolve) => events("Page.loadEventFired", resolve));
  await send("Page.navigate", { url });
  await loaded;
  return {
    send,
    events,
    async run(expression) {
      const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    /** All chunks V8 sends while `method` runs, as one text. */
    async stream(method, params) {
      const chunks = [];
      const stop = events("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
      await send(method, params);
      stop();
      return chunks.join("");
    },
  };
}
