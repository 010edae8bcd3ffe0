// The Snapshots room as a visitor goes through it, in any browser; figures are the engine's own, asked in Node.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { fixture, Inspector } from "../site.mjs";
import { until } from "./tab.mjs";

/** @import { Tab } from "./tab.mjs" */

const DOM = "chromium-dom.heapsnapshot.gz";
const FILLED = "document.querySelector('.view-grid:not([hidden]) .lines > .line:not(.absent)')";

/** The samples by their buttons, a file by the input, what is seen of them, and all of it closed again. @param {Tab} tab */
export async function goThrough(tab) {
  await tab.go("#snapshots");
  await until(tab, "document.querySelector('.invitation')");
  await threeSnapshots(tab);
  await oneSnapshot(tab);
  await timeline(tab);
  await profile(tab);
  await refused(tab);
  assert.equal(await tab.run("document.querySelector('.notices').textContent"), "");
}

/** @param {Tab} tab */
async function threeSnapshots(tab) {
  await sample(tab, /Three snapshots/);
  await until(tab, "/over 3 files/.test(document.querySelector('.verdict')?.textContent)");
  await until(tab, "document.querySelector('.finding .evidence, .finding a')");
  await view(tab, "comparison");
  await until(tab, FILLED);
  await view(tab, "trend");
  await until(tab, "document.querySelector('.spark')");
  await close(tab, 3);
}

/** @param {Tab} tab */
async function oneSnapshot(tab) {
  await tab.choose(".invitation input", fileURLToPath(new URL(`../../fixture/heap/${DOM}`, import.meta.url)));
  await until(tab, "document.querySelector('.verdict')");
  await view(tab, "summary");
  await until(tab, FILLED);
  const inspector = await Inspector.load();
  const { file } = await inspector.open(await fixture(DOM), { name: DOM });
  const { count, id } = largest(inspector, file);
  await until(tab, `document.querySelector('.view-grid').getAttribute('aria-rowcount') === '${count + 1}'`);

  await tab.run(`void (location.hash = "#snapshots&view=summary&object=@${id}")`);
  await until(tab, "document.querySelector('.object:not([hidden]) .way .sentence')");
  await tab.run("document.querySelector('.object [value=retainers]').click()");
  await until(tab, "document.querySelector('.retainers-grid .lines > .line:not(.absent)')");

  await view(tab, "treemap");
  await until(tab, `${colors(".treemap-stage canvas")} > 20`);
  await close(tab, 1);
}

/** Rows of the summary, and the object of the topmost constructor that retains most. @param {any} inspector @param {number} file */
function largest(inspector, file) {
  const topmost = { by: "retained", descending: true, from: 0, to: 1 };
  const { count, key } = inspector.ask("summary", file, { filter: { only: "all" }, named: "", ...topmost });
  const { id } = inspector.ask("instances", file, { key: key[0], filter: { only: "all" }, ...topmost });
  return { count, id: id[0] };
}

/** @param {Tab} tab */
async function timeline(tab) {
  await sample(tab, /over time/);
  await view(tab, "timeline");
  await until(tab, "document.querySelectorAll('.timeline rect').length > 5");
  await close(tab, 1);
}

/** @param {Tab} tab */
async function profile(tab) {
  await sample(tab, /sampling profile/);
  await until(tab, FILLED);
  await view(tab, "flame");
  const seen =
    "[...document.querySelectorAll('.frame')].filter(({ offsetWidth, offsetHeight }) => offsetWidth > 20 && offsetHeight > 10)";
  await until(tab, `${seen}.length > 10`);
  await close(tab, 1);
}

/** @param {Tab} tab */
async function refused(tab) {
  await tab.choose(".invitation input", fileURLToPath(import.meta.url));
  await until(tab, "document.querySelector('.refused code')?.textContent === 'file.not-json'");
  await close(tab, 1);
}

/** @param {Tab} tab @param {RegExp} words */
async function sample(tab, words) {
  await tab.run(
    `[...document.querySelectorAll(".samples button")].find(({ textContent }) => ${words}.test(textContent)).click()`,
  );
}

/** @param {Tab} tab @param {string} name */
async function view(tab, name) {
  const link = `document.querySelector(".views a[href*='view=${name}']")`;
  await until(tab, link);
  await tab.run(`${link}.click()`);
  await until(tab, `document.querySelector(".views [aria-current]")?.getAttribute("href").includes("view=${name}")`);
}

/** Closes that many. @param {Tab} tab @param {number} files */
async function close(tab, files) {
  const buttons = "document.querySelectorAll('.file [aria-label^=Close]')";
  assert.equal(await tab.run(`${buttons}.length`), files);
  for (let left = files - 1; left >= 0; left--) {
    await tab.run(`${buttons}[0].click()`);
    await until(tab, `${buttons}.length === ${left}`);
  }
  await until(tab, "!document.querySelector('.invitation').hasAttribute('small')");
}

/** How many colours a canvas has. @param {string} selector */
function colors(selector) {
  return `((canvas) => {
    if (!canvas?.width) return 0;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  })(document.querySelector("${selector}"))`;
}
