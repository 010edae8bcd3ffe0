// WebKitGTK by its driver, if both are installed, on a display of its own.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { serve } from "./server.mjs";

/** @import { Tab } from "./tab.mjs" */
/** @import { ChildProcess } from "node:child_process" */

const driver = onPath("WebKitWebDriver");
const display = onPath("Xvfb");
const browser = miniBrowser();

/** Why nothing can be tried. */
export const skip = missing();
if (skip) console.log(skip);

/** Where a program is. @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The browser that comes with the library: in a folder of the machine's own name. */
function miniBrowser() {
  const above = ["/usr/lib", "/usr/libexec"].filter((folder) => existsSync(folder));
  const folders = above.flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))]);
  return folders
    .flatMap((folder) => [join(folder, "webkit2gtk-4.1/MiniBrowser"), join(folder, "webkitgtk-6.0/MiniBrowser")])
    .find((path) => existsSync(path));
}

function missing() {
  if (!driver || !browser) return "WebKitGTK is not installed: no WebKitWebDriver on the PATH, or no MiniBrowser";
  if (!display) return "WebKitGTK needs a display, and Xvfb is not installed";
  return false;
}

/** The first line that says a number, of what a program says. @param {AsyncIterable<string>} lines @param {RegExp} pattern */
async function numberIn(lines, pattern) {
  for await (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found) return found;
  }
  throw new Error("a program ended before it was ready");
}

/** A tab with the site; the page may complain of nothing. @param {(tab: Tab) => Promise<void>} body */
export async function inWebKit(body) {
  const server = await serve({ listens: true });
  /** @type {ChildProcess[]} */
  const started = [];
  try {
    // It chooses a free number itself, and says it.
    const xvfb = spawn(String(display), ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    started.push(xvfb);
    const said = createInterface({ input: /** @type {import('node:stream').Readable} */ (xvfb.stdio[3]) });
    const screen = await numberIn(said, /^(\d+)$/);
    const port = await freePort();
    const webdriver = spawn(String(driver), ["--host=127.0.0.1", `--port=${port}`], {
      env: { ...process.env, DISPLAY: `:${screen}`, NO_AT_BRIDGE: "1" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    started.push(webdriver);
    const session = await Session.start(`http://127.0.0.1:${port}`);
    try {
      await body(session.tab(server.url));
      assert.deepEqual(await session.complaints(), []);
    } finally {
      await session.end();
    }
  } finally {
    for (const child of started.reverse()) child.kill();
    server.close();
  }
}

/** A session of WebDriver. */
class Session {
  /** @param {string} at */
  static async start(at) {
    const alwaysMatch = { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } };
    const { sessionId } = await patiently(() => call(`${at}/session`, { capabilities: { alwaysMatch } }));
    return new Session(`${at}/session/${sessionId}`);
  }

  /** @param {string} at */
  constructor(at) {
    this.at = at;
  }

  /** @param {string} url @returns {Tab} */
  tab(url) {
    return {
      url,
      go: async (hash) => {
        assert.deepEqual(await this.complaints(), []);
        await call(`${this.at}/url`, { url: "about:blank" });
        await call(`${this.at}/url`, { url: `${url}${hash}` });
      },
      run: (expression) => this.run(expression),
      choose: async (selector, file) => {
        const found = await call(`${this.at}/element`, { using: "css selector", value: selector });
        await call(`${this.at}/element/${Object.values(found)[0]}/value`, { text: file });
      },
    };
  }

  /** @param {string} expression */
  run(expression) {
    return call(`${this.at}/execute/sync`, { script: `return (${expression});`, args: [] });
  }

  /** What the page complained of so far. */
  complaints() {
    return this.run("globalThis.complaints ?? []");
  }

  async end() {
    await fetch(this.at, { method: "DELETE" });
  }
}

/** @param {string} url @param {unknown} body */
async function call(url, body) {
  const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** A driver that has just been started does not listen yet. @template Result @param {() => Promise<Result>} deed */
async function patiently(deed) {
  for (let left = 200; ; left--) {
    try {
      return await deed();
    } catch (error) {
      if (left === 0 || !(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer();
  await /** @type {Promise<void>} */ (new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
