import { InspectClient } from "../inspect/client.js";
import { quoted, split } from "../shell/words.js";
import { element } from "../ui/element.js";
import { FileCard } from "./file.js";
import { Invitation } from "./invitation.js";

/** @import { Room, Shell } from "../shell/room.js" */

/** @param {Shell} _shell @returns {Promise<Room>} */
export async function enter(_shell) {
  return new SnapshotsRoom();
}

/** The room for heap files: an invitation, and those that were opened. @implements {Room} */
class SnapshotsRoom {
  #client = new InspectClient();
  #files = element("div", { class: "files" });
  root;

  constructor() {
    const invitation = new Invitation((files) => this.#open(files));
    this.root = element("div", { class: "room snapshots" }, invitation.root, this.#files);
    invitation.watch(() => !this.root.hidden);
  }

  title() {
    return "Snapshots · Leak Lab";
  }

  /** @param {string[]} words */
  follow([, ...rest]) {
    const sentences = rest.flatMap((word) => {
      const { name, value } = split(word);
      return name === "view" && value === "summary" ? [] : [`Unknown word ${quoted(word)} ignored.`];
    });
    return { sentences };
  }

  address() {
    return "snapshots";
  }

  async options() {
    const rows = [
      { word: "#snapshots", line: "this room" },
      { word: "#snapshots&view=summary", line: "the constructors of each file, as in the Memory tab's Summary" },
    ];
    return [{ title: "Addresses: nothing of a file is ever in one", rows }];
  }

  /** The newest on top; what is open stays open. @param {File[]} files */
  #open(files) {
    for (const file of files) {
      const card = new FileCard(this.#client, file);
      this.#files.prepend(card.root);
      void card.open();
    }
  }
}
