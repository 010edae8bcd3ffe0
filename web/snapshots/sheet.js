import { FILTERS } from "./filters.js";
import { NAMES, TITLES } from "./view-names.js";

/** @returns {Promise<import("../shell/room.js").Sheet[]>} */
export async function sheets() {
  return [
    {
      title: "Addresses: nothing of a file is ever in one but what you typed",
      rows: [
        { word: "#snapshots", line: "this room" },
        ...NAMES.map((name) => ({ word: `view=${name}`, line: TITLES[name] })),
        ...FILTERS.slice(1).map(({ id, title }) => ({ word: `only=${id}`, line: title })),
        { word: "filter=Leaky", line: "constructors with this in their name" },
        { word: "search=Leaky", line: "objects by name, @id or .property" },
        { word: "actions=7", line: "so many actions were done before each file but the first" },
        { word: "object=@4711", line: "the object with this number" },
        { word: "file=2", line: "the second of the open files" },
        { word: "base=1", line: "compared with the first" },
      ],
    },
    {
      title: "Keys, while the room has the focus; at its end they can be turned off",
      rows: [
        { word: "1 … 9", line: "the views, from the left" },
        { word: "/", line: "filter or search" },
        { word: "[  ]", line: "back and forward" },
        { word: "?", line: "this sheet" },
        { word: "↑ ↓ Page Home End", line: "move in a list" },
        { word: "→ ←", line: "unfold and fold a row" },
        { word: "letters", line: "go to the next row that begins so" },
        { word: "Enter", line: "look at an object of the retainers" },
      ],
    },
  ];
}
