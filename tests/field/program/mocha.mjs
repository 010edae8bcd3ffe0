import Mocha from "mocha";

export const about = { runs: ["node22"], packages: ["mocha"] };

/** Each turn is a run of a suite, as in a watch mode. */
export async function start() {
  return async (turn) => {
    const mocha = new Mocha({ reporter: class {}, timeout: 5000 });
    const suite = Mocha.Suite.create(mocha.suite, `turn ${turn}`);
    suite.beforeEach(() => {});
    for (let at = 0; at < 20; at++) suite.addTest(new Mocha.Test(`adds ${at}`, async () => at + turn));
    const failures = await new Promise((resolve) => mocha.run(resolve));
    if (failures) throw new Error(`${failures} failures`);
    mocha.dispose();
  };
}
