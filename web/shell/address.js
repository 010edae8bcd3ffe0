/** Safari lets a page set its address 50 times in 30 seconds. */
const PAUSE = 700;

/** Where a page that goes leaves its address for the one that comes. */
const LEFT = "address";

/**
 * Writes what is on show into the address: after a pause, and at once where it would be too late afterwards: before the
 * page goes, and before a link is followed, which has no effect if the address says already where it leads.
 */
export class Address {
  #timer = 0;

  /** @param {() => string | null} present what the address has to be, without `#`; nothing while no room is on show */
  constructor(present) {
    this.present = present;
    this.#takeOver();
    window.addEventListener("pagehide", () => this.#leave());
    document.addEventListener(
      "click",
      (event) => {
        if (event.target instanceof Element && event.target.closest("a[href]")) {
          this.write();
        }
      },
      { capture: true },
    );
  }

  /** Something on show has changed. */
  changed() {
    this.#timer ||= window.setTimeout(() => this.write(), PAUSE);
  }

  /** Writes it now; the entry is marked as one that follows the page, and is not only a link to it. */
  write() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const hash = this.present();
    if (hash === null) {
      return;
    }
    const next = hash ? `#${hash}` : "";
    if (next === location.hash && this.isOwn) {
      return;
    }
    try {
      history.replaceState(OWN, "", next || location.pathname + location.search);
    } catch {
      this.changed();
    }
  }

  /** A reload has chosen its address before the page that goes can write it: what that one says is handed over. */
  #leave() {
    const pending = this.#timer > 0;
    this.write();
    if (pending) {
      attempt(() => sessionStorage.setItem(LEFT, location.hash));
    }
  }

  #takeOver() {
    const left = attempt(() => sessionStorage.getItem(LEFT));
    attempt(() => sessionStorage.removeItem(LEFT));
    const [navigation] = performance.getEntriesByType("navigation");
    const reloaded = navigation instanceof PerformanceNavigationTiming && navigation.type === "reload";
    if (reloaded && typeof left === "string") {
      history.replaceState(OWN, "", left || location.pathname + location.search);
    }
  }

  /** Whether the entry of the history was written by the page. */
  get isOwn() {
    return history.state === OWN;
  }
}

const OWN = "own";

/** Storage may be off. @template Result @param {() => Result} deed */
function attempt(deed) {
  try {
    return deed();
  } catch {
    return undefined;
  }
}
