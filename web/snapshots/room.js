import { InspectClient } from "../inspect/client.js";
import { noticeOf } from "../ui/notice.js";
import { Store } from "../shell/store.js";
import { element } from "../ui/element.js";
import { remember, remembered } from "../ui/remember.js";
import { addressOf, followed } from "./address.js";
import { HeapFile } from "./files/heap-file.js";
import { Away } from "./away/away.js";
import { FileList } from "./files/list.js";
import { misplaced, placed } from "./files/order.js";
import { refused } from "./files/refused.js";
import { Invitation } from "./invitation.js";
import { listen } from "./keys.js";
import { ClassPane } from "./object/class-pane.js";
import { Kept } from "./object/kept.js";
import { ObjectPane } from "./object/object-pane.js";
import { Pane } from "./pane.js";
import { sheets } from "./sheet.js";
import { nothingOpen } from "./state.js";
import { Tools } from "./tools.js";
import { NAMES, TITLES } from "./view-names.js";
import { prepareViews, VIEWS, viewOf } from "./views.js";

/** @import { Room, Shell } from "../shell/room.js" */
/** @import { Problem } from "../wasm/inspect.js" */
/** @import { State } from "./state.js" */

/** @param {Shell} shell @returns {Promise<Room>} */
export async function enter(shell) {
  return new SnapshotsRoom(shell);
}

/** The room for heap files: those that are open, a view of one of them, an object of it. @implements {Room} */
class SnapshotsRoom {
  #client = new InspectClient();
  /** @type {Store<State>} */
  #store = new Store(nothingOpen());
  #invitation;
  #list = new FileList({
    look: (file) => this.#store.update({ file, object: null, held: null }),
    close: (file) => this.#close(file),
    move: (file, by) => this.#move(file, by),
  });
  #refused = element("div", { class: "refused-files" });
  #tools = new Tools(this.#store);
  /** What the view on show depends on. @type {unknown[]} */
  #looked = [];
  #reading = Promise.resolve();
  #keysOn = remembered("snapshot-keys") !== "off";
  #keys = this.#keysChoice();
  root;

  /** @param {Shell} shell */
  constructor(shell) {
    this.shell = shell;
    const fail = (/** @type {unknown} */ error) => shell.notify(noticeOf(error));
    this.#invitation = new Invitation((files) => this.#open(files), fail);
    this.pane = new Pane(this.#store, fail);
    this.pane.onseen = prepareViews;
    const kept = new Kept(fail);
    this.object = new ObjectPane(this.#store, kept, fail);
    this.held = new ClassPane(this.#store, kept);
    this.away = new Away(this.pane.root, fail);
    this.root = element(
      "div",
      { class: "room snapshots" },
      this.#invitation.root,
      this.#list.root,
      this.#refused,
      this.#tools.root,
      element("div", { class: "looked-at" }, this.pane.root, this.object.root, this.held.root),
      this.away.root,
      this.#keys,
    );
    this.#invitation.watch(() => !this.root.hidden);
    this.#client.addEventListener("lost", (event) => this.#lose(/** @type {CustomEvent} */ (event).detail.problem));
    this.#watch();
    listen(this.root, () => this.#keysOn, {
      view: (place) => this.#view(place),
      filter: () => this.#tools.focusFilter(),
      help: () => shell.help(),
    });
    this.#client.prepare();
  }

  title() {
    const { state } = this.#store;
    const view = viewOf(state);
    return [...(state.file && view ? [TITLES[view], state.file.name] : ["Snapshots"]), "Leak Lab"].join(" · ");
  }

  /** @param {File[]} files */
  take(files) {
    this.#open(files);
  }

  /** @param {string[]} words */
  follow([, ...words]) {
    const { change, sentences } = followed(words, this.#store.state);
    this.object.reveal = change.object !== this.#store.state.object;
    this.#store.update(change);
    return { sentences };
  }

  address() {
    return addressOf(this.#store.state);
  }

  options() {
    return sheets();
  }

  #watch() {
    const { state } = this.#store;
    this.#store.select(["files", "file"], ({ files, file }) => {
      this.#list.show(files, file);
      this.#invitation.shrink(files.length > 0);
      this.#keys.hidden = files.length === 0;
      this.#refused.replaceChildren(
        ...files
          .filter(({ problem }) => problem !== null)
          .map((one) =>
            refused(
              one,
              (how) => this.#enqueue(one, how),
              () => this.#close(one),
            ),
          ),
      );
    });
    const all = /** @type {(keyof State)[]} */ (Object.keys(state));
    this.#store.select(
      all.filter((key) => key !== "object" && key !== "held"),
      () => {
        const { state } = this.#store;
        this.#tools.show(state);
        this.away.show(state);
        this.#look(state);
      },
    );
    this.#store.select(
      ["file", "files", "object"],
      ({ file, object }) => void this.object.show(file?.opened ?? null, object),
    );
    this.#store.select(["file", "files", "held"], ({ file, held }) => void this.held.show(file?.opened ?? null, held));
    this.#store.select(all, () => this.shell.changed());
  }

  /** Another file that comes or goes changes nothing in a view that has nothing to do with it. @param {State} state */
  #look(state) {
    const name = viewOf(state);
    const { only, named, sought, actions } = state;
    const looked = [name, ...(name ? VIEWS[name].looksAt(state) : []), only, named, sought, actions];
    if (looked.length !== this.#looked.length || looked.some((one, at) => one !== this.#looked[at])) {
      this.#looked = looked;
      this.pane.show(name, state);
    }
  }

  /** Of files that came together the latest is looked at. @param {File[]} sources */
  #open(sources) {
    const files = sources.map((source) => new HeapFile(this.#client, source));
    this.#store.update({ files: [...this.#store.state.files, ...files] });
    for (const file of files) this.#enqueue(file);
  }

  /** One file after the other: each finds the others in order. @param {HeapFile} file @param {{ partial: boolean }} [how] */
  #enqueue(file, how) {
    this.#reading = this.#reading.then(() => this.#read(file, how));
  }

  /** @param {HeapFile} file @param {{ partial: boolean }} [how] */
  async #read(file, how) {
    const here = () => this.#store.state.files.includes(file);
    if (!here()) return;
    await file.open(how);
    const wrong = await misplaced(this.#store.state.files, file);
    if (!here()) return;
    const { files, file: looked, object } = this.#store.state;
    const ordered = placed(files, file, wrong);
    // Who looks at an object goes on with it.
    const goes = file.opened !== null && (!looked?.opened || object === null);
    this.#store.update({ files: ordered, file: goes ? lastOpen(ordered) : looked });
  }

  /** @param {HeapFile} file */
  #close(file) {
    file.close();
    const { files, file: looked, base } = this.#store.state;
    const left = files.filter((one) => one !== file);
    const next = looked === file ? lastOpen(left) : looked;
    this.#store.update({
      files: left,
      file: next,
      base: base === file ? null : base,
      ...(looked === file ? { object: null } : {}),
    });
  }

  /** @param {HeapFile} file @param {-1 | 1} by */
  #move(file, by) {
    const files = [...this.#store.state.files];
    const at = files.indexOf(file);
    files.splice(at, 1);
    files.splice(at + by, 0, file);
    this.#store.update({ files });
  }

  /** The worker stopped: what was open in it can be opened again. @param {Problem} problem */
  #lose(problem) {
    const { files } = this.#store.state;
    for (const file of files) {
      if (file.opened) file.lose(problem);
    }
    this.#store.update({ files: [...files], file: null });
  }

  /** @param {number} place among the views that fit */
  #view(place) {
    const { state } = this.#store;
    const name = NAMES.filter((name) => VIEWS[name].fits(state))[place];
    if (name) location.hash = `#${addressOf(state, { view: name })}`;
  }

  /** Single keys can be in the way of speech input: they can be turned off. */
  #keysChoice() {
    const box = element("input", {
      type: "checkbox",
      checked: this.#keysOn,
      onchange: () => {
        this.#keysOn = box.checked;
        remember("snapshot-keys", box.checked ? "on" : "off");
      },
    });
    return element(
      "p",
      { class: "soft room-keys" },
      element("label", {}, box, " Keys: 1–9 views, / filter, [ ] back and forward, ? help"),
    );
  }
}

/** @param {readonly HeapFile[]} files */
function lastOpen(files) {
  return files.findLast(({ opened }) => opened !== null) ?? null;
}
