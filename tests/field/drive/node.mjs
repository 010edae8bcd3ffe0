// Runs one program in the Node that runs this: `node --expose-gc drive/node.mjs KIND NAME TWIN FOLDER`.
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { writeHeapSnapshot } from "node:v8";
import { bounded } from "./bounded.mjs";
import { record } from "./schedule.mjs";

const [, , kind, name, twin, folder] = process.argv;
const collectAll = /** @type {() => void} */ (globalThis.gc);
// Nothing may fail unheard.
process.on("unhandledRejection", fail);

const witnesses = new FinalizationRegistry((/** @type {() => void} */ tell) => tell());

/** Collects until an object made for this is gone and its finalizer ran; three times, for what finalizers let go. */
async function collect() {
  for (let round = 0; round < 3; round++) {
    let gone = false;
    witnesses.register({}, () => {
      gone = true;
    });
    const wait = (async () => {
      while (!gone) {
        await setImmediate();
        collectAll();
      }
    })();
    await bounded(wait, "a collection");
  }
}

async function main() {
  if (kind === "leak") await (await import("./around-node.mjs")).surround();
  const program = await import(`../${kind}/${name}.mjs`);
  const act = await bounded(program.start(twin === "leaky"), `the start of ${name}`, 180_000);
  let turn = 0;
  await record(
    {
      async act(times) {
        for (let i = 0; i < times; i++) await bounded(act(turn++), `action ${turn} of ${name}`);
      },
      collect,
      save: async (file) => void writeHeapSnapshot(join(folder, `${file}.heapsnapshot`)),
    },
    /** @type {any} */ (kind),
  );
}

/** @param {unknown} error */
function fail(error) {
  console.error(error instanceof Error ? error.stack : error);
  process.exit(1);
}

main().then(() => process.exit(0), fail);
