/**
 * A room of the page. Its module has a function `enter` that makes it, and is loaded when it is first entered.
 * @typedef {object} Room
 * @property {HTMLElement} root
 * @property {() => string} title what the window is called while it is looked at
 * @property {(words: string[]) => Ignored} follow sets it to what an address asks for; gives what means nothing here. The words are those after the room's own, which is in them
 * @property {() => string} address what leads to what it shows now, without `#`
 * @property {() => Promise<Sheet[]>} options
 * @property {(files: File[]) => void} [take] opens files: that of Snapshots
 * @property {import("../lab/experiment/sampler.js").Sampler} [sampler] the Lab's
 *
 * @typedef {object} Ignored
 * @property {string[]} sentences one for each word that means nothing
 * @property {number} [more] how many more there are, of which nothing is said
 *
 * @typedef {object} Sheet a table of the options sheet
 * @property {string} title
 * @property {{ word: string, line: string, note?: string }[]} rows
 *
 * @typedef {object} Shell what the page has for every room
 * @property {(notice: import("../ui/notice.js").Notice) => void} notify says something to the visitor
 * @property {() => void} changed the room shows something else: its address is to be written
 * @property {() => void} help opens the options sheet
 * @property {(files: File[]) => void} open goes to Snapshots, and has heap files opened there
 * @property {() => (import("../lab/experiment/sampler.js").Sampler | null)} readings the meters, where the Lab is on
 */

export {};
