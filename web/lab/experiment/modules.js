import init, * as lab from "../../wasm/lab.js";
import { LabError } from "./errors.js";

/** @import { Line } from '../../generated/catalogue.js' */

/**
 * What a module of scenarios is asked: the lab, and the one that is loaded when it is needed, have the same calls.
 * @typedef {Pick<typeof lab, "make" | "makeBatch" | "makePhase" | "letGo" | "alive" | "__wbg_reset_state">} Calls
 */

/**
 * The module beside a scenario.
 * @typedef {{ leaky?(): unknown, fixed?(): unknown, letGo?(): unknown }} Recipe
 */

/** The wasm modules, and the JavaScript beside scenarios. After a trap an instance is dead by policy, and made anew. */
export class Modules {
  /** @type {WebAssembly.Memory} the lab's, which is on show */
  memory;
  /** @type {Promise<Calls> | null} */
  #web = null;
  /** @type {Calls | null} */
  #webCalls = null;
  /** @type {Map<string, Promise<Recipe>>} */
  #recipes = new Map();

  constructor() {
    this.memory = lab.linearMemory();
  }

  /** Loads the lab and makes its first instance. */
  static async open() {
    try {
      await init();
    } catch (error) {
      throw new LabError("wasm.unavailable", `The lab's WebAssembly module did not start: ${error}.`);
    }
    return new Modules();
  }

  /** Loads what a scenario needs; at once if it is there. @param {Line} line @returns {Promise<{ calls: Calls, recipe: Recipe }>} */
  async ready(line) {
    const [calls, recipe] = await Promise.all([
      line.module === "lab" ? lab : this.#loadWeb(),
      line.recipe === undefined ? {} : this.#loadRecipe(line.recipe),
    ]);
    return { calls, recipe };
  }

  /** What is loaded of a scenario, without waiting. @param {Line} line @returns {Calls | null} */
  loaded(line) {
    return line.module === "lab" ? lab : this.#webCalls;
  }

  /** Throws a module's instance away and makes a new one: linear memory is back to its first size. @param {Line["module"]} name */
  renew(name) {
    if (name === "lab") {
      lab.__wbg_reset_state();
      this.memory = lab.linearMemory();
    } else {
      this.#webCalls?.__wbg_reset_state();
    }
  }

  async #loadWeb() {
    this.#web ??= import("../../wasm/lab_web.js").then(async (web) => {
      await web.default();
      this.#webCalls = web;
      return web;
    });
    try {
      return await this.#web;
    } catch (error) {
      this.#web = null;
      throw new LabError("wasm.part-unavailable", `The module of this scenario did not start: ${error}.`);
    }
  }

  /** @param {string} file */
  async #loadRecipe(file) {
    let recipe = this.#recipes.get(file);
    if (!recipe) {
      recipe = import(new URL(`../../recipe/${file}`, import.meta.url).href);
      this.#recipes.set(file, recipe);
    }
    try {
      return await recipe;
    } catch (error) {
      this.#recipes.delete(file);
      throw new LabError("recipe.unavailable", `recipe/${file} did not arrive: ${error}.`);
    }
  }
}
