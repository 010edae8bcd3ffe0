import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCLI } from "jest";
import { temporary } from "../drive/temporary.mjs";

const MARKS = "jest marks times of every run, and Node's buffer of marks keeps them until somebody clears it";

export const about = {
  runs: ["node24"],
  packages: ["jest"],
  right: [
    { line: /markEntryBuffer/, why: MARKS },
    { line: /PerformanceMark/, why: MARKS },
  ],
};

/** Each turn is a run of the tests in this process. */
export async function start() {
  const root = await temporary("jest");
  await writeFile(join(root, "package.json"), '{"name":"tried"}');
  await writeFile(join(root, "sum.test.js"), "test('adds', () => expect(1 + 1).toBe(2));");
  return async () => {
    const options = { runInBand: true, silent: true, reporters: [], cache: false, watchman: false, transform: "{}" };
    const { results } = await runCLI({ _: [], $0: "jest", ...options }, [root]);
    if (!results.success || results.numPassedTests !== 1)
      throw new Error(`jest failed: ${JSON.stringify(results.testResults[0]?.failureMessage)}`);
  };
}
