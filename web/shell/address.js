/** Safari lets a page set its address 50 times in 30 seconds. */
const PAUSE = 700;

/**
 * Writes what is on show into the address: after a pause, and at once where it would be too late afterwards: before the
 * page goes, and before a link is followed, which has no effect if the address says already where it leads.
 */
export class Address {
  #timer = 0;

  /** @param {() => string | null} present what the address has to be, without `#`; nothing while no room is on show */
  constructor(present) {
    this.present = present;
    window.addEventListener("pagehide", () => this.write());
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

  /** Whether the entry of the history was written by the page. */
  get isOwn() {
    return history.state === OWN;
  }
}

const OWN = "own";
