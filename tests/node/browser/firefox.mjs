// Firefox, if it is installed.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { launch } from "puppeteer-core";
import { serve } from "./server.mjs";

/** @import { Tab } from "./tab.mjs" */

const firefox = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"].find(
  (path) => path && existsSync(path),
);

/** Why nothing can be tried. */
export const skip = firefox
  ? false
  : "Firefox is not installed: neither firefox-esr nor firefox, nor what FIREFOX names";
if (skip) console.log(skip);

/** A tab with the site; the page may complain of nothing. @param {(tab: Tab) => Promise<void>} body */
export async function inFirefox(body) {
  const server = await serve();
  const browser = await launch({ browser: "firefox", executablePath: firefox, headless: true });
  const complaints = /** @type {string[]} */ ([]);
  try {
    const page = await browser.newPage();
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await body({
      url: server.url,
      go: async (hash) => {
        await page.goto("about:blank");
        await page.goto(`${server.url}${hash}`);
      },
      run: (expression) => page.evaluate(expression),
      choose: async (selector, file) => {
        const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await page.$(selector));
        await input.uploadFile(file);
      },
    });
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    server.close();
  }
}
