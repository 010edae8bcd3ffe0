import { literal } from "../../ui/legible.js";

/**
 * Ready regression tests for a constructor that leaked, in the tongues people have. The action is theirs to fill in; what is
 * counted, and how often, is not.
 *
 * @typedef {object} Regression
 * @property {string} tongue
 * @property {string} file what to call it
 * @property {string} needs
 * @property {string} text
 * @property {boolean} executed whether the tests of this site run it
 */

/**
 * @param {string} className as DevTools shows it
 * @returns {Regression[]}
 */
export function regressions(className) {
  const name = literal(className);
  return [
    {
      tongue: "node:test",
      file: "leak.test.mjs",
      needs: "Node.js, and leak-heap on the PATH",
      text: nodeTest(name),
      executed: true,
    },
    {
      tongue: "Playwright",
      file: "leak.spec.mjs",
      needs: "@playwright/test, Chromium",
      text: playwright(name),
      executed: false,
    },
    { tongue: "Puppeteer", file: "leak.puppeteer.mjs", needs: "puppeteer", text: puppeteer(name), executed: true },
    { tongue: "memlab", file: "leak.memlab.js", needs: "memlab", text: memlab(name), executed: false },
    { tongue: "fuite", file: "leak.fuite.mjs", needs: "fuite", text: fuite(name), executed: false },
    {
      tongue: "wasm-bindgen-test",
      file: "leak.rs",
      needs: "wasm-bindgen-test; for what Rust's own heap keeps",
      text: rust(),
      executed: false,
    },
  ];
}

/** What the site itself imports is found by this word: what is written for others is none of it. */
const IMPORT = "import";

/** @param {string} name as a literal */
const nodeTest = (name) => `${IMPORT} assert from "node:assert/strict";
${IMPORT} { spawnSync } from "node:child_process";
${IMPORT} { mkdtempSync, rmSync } from "node:fs";
${IMPORT} { tmpdir } from "node:os";
${IMPORT} { join } from "node:path";
${IMPORT} test from "node:test";
${IMPORT} { writeHeapSnapshot } from "node:v8";

const CONSTRUCTOR = ${name};

async function action() {
  // What leaked: do it, and undo it.
}

test(\`no more \${CONSTRUCTOR} after the action than before\`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "leak-"));
  try {
    await action(); // what is made once is made now
    const before = writeHeapSnapshot(join(folder, "before.heapsnapshot"));
    for (let turn = 0; turn < 7; turn++) await action();
    const after = writeHeapSnapshot(join(folder, "after.heapsnapshot"));
    const words = ["compare", before, after, "--fail-on-growth", CONSTRUCTOR];
    const { status, stdout, stderr } = spawnSync("leak-heap", words, { encoding: "utf8" });
    assert.equal(status, 0, \`\${stdout}\${stderr}\`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
`;

/** Counts the objects of a constructor that a page can name, over the DevTools protocol. @param {string} send */
const counting = (send) => `async function count(prototype) {
  await ${send}("HeapProfiler.collectGarbage");
  const { result } = await ${send}("Runtime.evaluate", { expression: prototype });
  const { objects } = await ${send}("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const length = { functionDeclaration: "function () { return this.length; }", objectId: objects.objectId, returnByValue: true };
  const { result: found } = await ${send}("Runtime.callFunctionOn", length);
  await ${send}("Runtime.releaseObject", { objectId: objects.objectId });
  return found.value;
}`;

/** @param {string} name as a literal */
const prototype = (name) => `// The page must be able to name the constructor: globalThis[${name}].
const PROTOTYPE = \`globalThis[\${JSON.stringify(${name})}].prototype\`;`;

/** What is done in a page, and counted. @param {string} session what begins one @param {(count: string) => string} same how it is said that it is what it was before */
const trial = (session, same) => `const session = await ${session};
  const send = (method, parameters) => session.send(method, parameters);
  ${counting("send").replaceAll("\n", "\n  ")}

  await page.goto("http://localhost:8080/");
  const action = async () => {
    // What leaked: do it, and undo it.
  };
  await action();
  const before = await count(PROTOTYPE);
  for (let turn = 0; turn < 7; turn++) await action();
  ${same("await count(PROTOTYPE)")};`;

/** @param {string} name as a literal */
const playwright = (name) => `${IMPORT} { expect, test } from "@playwright/test";

${prototype(name)}

test("no more objects after the action than before", async ({ page }) => {
  ${trial("page.context().newCDPSession(page)", (count) => `expect(${count}).toBe(before)`)}
});
`;

/** @param {string} name as a literal */
const puppeteer = (name) => `${IMPORT} assert from "node:assert/strict";
${IMPORT} puppeteer from "puppeteer";

${prototype(name)}

const browser = await puppeteer.launch();
try {
  const page = await browser.newPage();
  ${trial("page.createCDPSession()", (count) => `assert.equal(${count}, before)`)}
} finally {
  await browser.close();
}
`;

/** @param {string} name as a literal */
const memlab = (name) => `// memlab run --scenario leak.memlab.js
module.exports = {
  url: () => "http://localhost:8080/",
  action: async (page) => {
    // What leaked: do it.
  },
  back: async (page) => {
    // Undo it.
  },
  repeat: () => 7,
  leakFilter: (node) => node.name === ${name} && node.retainedSize > 0,
};
`;

/** @param {string} name as a literal */
const fuite = (name) => `// npx fuite http://localhost:8080/ --scenario leak.fuite.mjs
// fuite counts all that grows; look for ${name} in its table.
export async function iteration(page) {
  // What leaked: do it, and undo it.
}
`;

const rust = () => `use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use wasm_bindgen_test::wasm_bindgen_test;

struct Counting;

static LIVE: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LIVE.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static HEAP: Counting = Counting;

fn action() {
    // What leaked: do it, and undo it.
}

#[wasm_bindgen_test]
fn no_more_bytes_are_live_after_the_action_than_before() {
    action(); // what is made once is made now
    let before = LIVE.load(Relaxed);
    for _ in 0..7 {
        action();
    }
    assert_eq!(LIVE.load(Relaxed), before);
}
`;
