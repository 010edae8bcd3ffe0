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
  #webTries = 0;
  /** @type {Calls | null} */
  #webCalls = null;
  /** @type {Map<string, Promise<Recipe>>} */
  #recipes = new Map();
  /** @type {Map<string, number>} how often each has been asked for */
  #recipeTries = new Map();
  #lives = { lab: new AbortController(), "lab-web": new AbortController() };

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

  /** Ends with the present instance of a module: what it has promised never comes after that. @param {Line["module"]} name */
  life(name) {
    return this.#lives[name].signal;
  }

  /** Throws a module's instance away and makes a new one: linear memory is back to its first size. @param {Line["module"]} name */
  renew(name) {
    if (name === "lab") {
      lab.__wbg_reset_state();
      this.memory = lab.linearMemory();
    } else {
      this.#webCalls?.__wbg_reset_state();
    }
    this.#lives[name].abort();
    this.#lives[name] = new AbortController();
  }

  async #loadWeb() {
    this.#web ??= arrived("wasm/lab_web.js", this.#webTries++).then(
      async (/** @type {typeof import("../../wasm/lab_web.js")} */ web) => {
        await web.default();
        this.#webCalls = web;
        return web;
      },
    );
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
      const tries = this.#recipeTries.get(file) ?? 0;
      recipe = arrived(`recipe/${file}`, tries);
      this.#recipes.set(file, recipe);
      this.#recipeTries.set(file, tries + 1);
    }
    try {
      return await recipe;
    } catch (error) {
      this.#recipes.delete(file);
      throw new LabError("recipe.unavailable", `recipe/${file} did not arrive: ${error}.`);
    }
  }
}

/**
 * Imports a module of the site. Browsers remember which did not arrive, so from the second try on it is asked for by
 * another address.
 * @param {string} path
 * @param {number} tries before this one
 */
function arrived(path, tries) {
  const url = new URL(`../../${path}`, import.meta.url);
  if (tries > 0) url.search = `try=${tries}`;
  return import(url.href);
}
