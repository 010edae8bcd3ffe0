import { forgetRefused } from "../../wasm/lab.js";
import { put, release } from "../roots.js";
import { LabError } from "./errors.js";
import { explain, isTrap } from "./failure.js";

/** @import { Modules } from './modules.js' */
/** @import { Status } from './status.js' */

/** Where a unit is held on purpose: `held in Lab`. */
const HELD = "held";

/** Lets go of what scenarios keep. */
export class Releaser {
  /** @param {Modules} modules @param {(status: Status, error: LabError) => void} ontrap */
  constructor(modules, ontrap) {
    this.modules = modules;
    this.ontrap = ontrap;
  }

  /**
   * Drops what a scenario keeps.
   * @param {Status} status
   * @returns {Promise<LabError | null>} why it could not be
   */
  async letGo(status) {
    const { info } = status;
    if (status.made === 0 && status.kept === 0) return null;
    if (info.letGo === "never") return new LabError("lab.cannot-let-go", `${info.slug}: nothing can let go of these.`);
    if (info.letGo === "renew") {
      this.modules.renew(info.module);
      status.released();
      return null;
    }
    try {
      const { calls, recipe } = await this.modules.ready(info);
      forgetRefused();
      if (info.letGo === "module") await recipe.letGo?.();
      else calls.letGo(info.place);
      status.released();
      return null;
    } catch (error) {
      return this.#explain(status, error);
    }
  }

  /** Drops the unit that is held. @returns {LabError | null} why it could not be */
  unhold() {
    try {
      release(HELD);
      return null;
    } catch (error) {
      return explain(error, { slug: HELD, module: "lab" });
    }
  }

  /** Makes one unit and holds it. @param {Status} status @param {boolean} fixed */
  async hold(status, fixed) {
    const { info } = status;
    const { calls, recipe } = await this.modules.ready(info);
    const byModule = info.make[fixed ? 1 : 0] === "module";
    forgetRefused();
    try {
      const unit = byModule ? recipe[fixed ? "fixed" : "leaky"]?.() : calls.make(info.place, fixed, recipe);
      if (!fixed) status.kept++;
      put(HELD, await unit);
    } catch (error) {
      throw this.#explain(status, error);
    }
  }

  /** @param {Status} status @param {unknown} error */
  #explain(status, error) {
    const failure = explain(error, status.info, this.modules.memory);
    if (isTrap(error)) this.ontrap(status, failure);
    return failure;
  }
}
