import { noticeOf } from "../ui/notice.js";
import { element } from "../ui/element.js";
import { loadStyle } from "./style.js";

/** @import { Room, Shell } from "./room.js" */
/** @typedef {"lab" | "snapshots" | "learn"} Name */

/** @type {Record<Name, { title: string, styles: string[], enter: (shell: Shell) => Promise<Room> }>} */
const ROOMS = {
  lab: { title: "Lab", styles: [], enter: async (shell) => (await import("../lab/room.js")).enter(shell) },
  snapshots: {
    title: "Snapshots",
    styles: ["snapshots", "snapshot-object", "snapshot-views", "grid"],
    enter: async (shell) => (await import("../snapshots/room.js")).enter(shell),
  },
  learn: {
    title: "Learn",
    styles: ["learn", "figures"],
    enter: async (shell) => (await import("../learn/room.js")).enter(shell),
  },
};

/** After so many milliseconds without a room it is said what is waited for. */
const LONG = 10_000;

/**
 * The rooms of the page: one is on show, and those that were left go on. A room is loaded when it is first entered.
 */
export class Rooms {
  /** @type {Map<Name, Room>} */
  #entered = new Map();
  /** @type {Map<Name, Promise<Room>>} those that are on their way */
  #entering = new Map();
  /** @type {Map<Name, number>} how far each was scrolled when it was left */
  #scrolled = new Map();
  /** @type {Name | null} where the visitor wants to be */
  #wanted = null;
  #slow = 0;
  #waiting = element("p", { class: "loading", role: "status" });

  /** @param {HTMLElement} main @param {Shell} shell */
  constructor(main, shell) {
    this.main = main;
    this.shell = shell;
  }

  /** The one that an address leads to. @param {string} word its first word's name @returns {Name} */
  static named(word) {
    return word === "snapshots" || word === "learn" ? word : "lab";
  }

  /** The room on show, once it is there. */
  get present() {
    return this.#wanted && (this.#entered.get(this.#wanted) ?? null);
  }

  /** Where the visitor is, or will be once it is loaded. */
  get wanted() {
    return this.#wanted;
  }

  /** Those that were entered. */
  get entered() {
    return this.#entered;
  }

  /**
   * Goes to a room.
   * @param {Name} name
   * @returns {Promise<Room | null>} nothing if it could not be loaded, or if the visitor has gone elsewhere meanwhile
   */
  async go(name) {
    if (this.#wanted && this.#wanted !== name && this.present) {
      this.#scrolled.set(this.#wanted, window.scrollY);
    }
    const moved = this.#wanted !== name;
    this.#wanted = name;
    const room = this.#entered.get(name) ?? (await this.#enter(name));
    if (this.#wanted !== name || !room) {
      return null;
    }
    if (moved || !room.root.isConnected) {
      this.#show(room.root);
      window.scrollTo(0, this.#scrolled.get(name) ?? 0);
    }
    return room;
  }

  /** @param {Name} name */
  async #enter(name) {
    const { title } = ROOMS[name];
    this.#wait(title);
    const entering = this.#entering.get(name) ?? this.#load(name);
    this.#entering.set(name, entering);
    try {
      return await entering;
    } catch (error) {
      this.#entering.delete(name);
      if (this.#wanted === name) {
        this.#fail(title, error);
      }
      return null;
    } finally {
      if (this.#wanted === name) {
        clearTimeout(this.#slow);
      }
    }
  }

  /** @param {Name} name */
  async #load(name) {
    const { styles, enter } = ROOMS[name];
    const [room] = await Promise.all([enter(this.shell), ...styles.map(loadStyle)]);
    this.#entered.set(name, room);
    return room;
  }

  /** Shows this and nothing else: rooms that were left are hidden, what stood in for one goes. @param {HTMLElement} shown */
  #show(shown) {
    const roots = new Set([...this.#entered.values()].map(({ root }) => root));
    for (const child of [...this.main.children]) {
      if (child instanceof HTMLElement && roots.has(child)) {
        child.hidden = child !== shown;
      } else {
        child.remove();
      }
    }
    if (!shown.isConnected) {
      this.main.append(shown);
    }
  }

  /** @param {string} title */
  #wait(title) {
    this.#show(this.#waiting);
    this.#waiting.textContent = `Loading ${title}…`;
    clearTimeout(this.#slow);
    this.#slow = window.setTimeout(() => {
      this.#waiting.textContent =
        `Still loading ${title}: not all of its modules and its WebAssembly have arrived. ` +
        "If this stays, check the connection and load the page again.";
    }, LONG);
  }

  /** @param {string} title @param {unknown} error */
  #fail(title, error) {
    const { code, message, advice } = reason(title, error);
    const again = element(
      "button",
      { type: "button", class: "button", onclick: () => location.reload() },
      "Load the page again",
    );
    this.#show(
      element(
        "section",
        { class: "warning failed", role: "alert" },
        element("h2", {}, `${title} could not be opened`),
        element("p", {}, message),
        element("p", {}, advice),
        element("p", { class: "soft" }, element("code", {}, code)),
        again,
      ),
    );
  }
}

/** @param {string} title @param {unknown} error */
function reason(title, error) {
  // What `import()` rejects with, if a module did not arrive; a module that was cut off is a syntax error.
  if (error instanceof TypeError || error instanceof SyntaxError) {
    return {
      code: "page.module-missing",
      message: `A module of ${title} did not arrive: ${error.message}.`,
      advice: "Check the connection, and that every file of the site is where it was built. Then load the page again.",
    };
  }
  return noticeOf(error);
}
