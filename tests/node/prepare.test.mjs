// What is made ready while nobody asks: by one inspector alone, as all have the same timers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Inspector, fixture, load, unpacked } from "./site.mjs";

const { Session } = await load("wasm/inspect.js");
const SNAPSHOT = "node-deep.heapsnapshot.gz";

test("nothing is made ready of a file while another one is on its way", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { begin, overview, prepare } = Session.prototype;
  let onItsWay = 0;
  const prepared = context.mock.method(
    Session.prototype,
    "prepare",
    /** @this {Session} @param {number} file */ function (file) {
      assert.equal(onItsWay, 0);
      return prepare.call(this, file);
    },
  ).mock;
  /** Time goes by, and all that waited has its turn. */
  const later = async () => {
    context.mock.timers.tick(1000);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const inspector = await Inspector.load();
  await inspector.open(await fixture(SNAPSHOT));
  context.mock.method(Session.prototype, "begin", function (...asked) {
    onItsWay += 1;
    return begin.apply(this, asked);
  });
  context.mock.method(Session.prototype, "overview", function (file) {
    onItsWay -= 1;
    return overview.call(this, file);
  });
  const bytes = await unpacked(SNAPSHOT);
  const slow = new ReadableStream(
    {
      async pull(controller) {
        for (let turn = 0; turn < 20; turn += 1) await later();
        controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  await inspector.open(slow);
  assert.equal(prepared.callCount(), 0);
  const done = () => prepared.calls.filter(({ result }) => result === true).length;
  while (done() < 2) await later();
});
