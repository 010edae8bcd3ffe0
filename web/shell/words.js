import { count } from "../ui/figure.js";

/** An address's words: `#leak-objects&chart` is two. What they mean is the business of the room they lead to. */

/** More are not read: an address that long was not made by a person. */
const MOST = 1_000;
/** So many of those that mean nothing are named. */
const MOST_NAMED = 10;
/** Control characters, and format characters, of which some turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** @type {Record<string, string>} How words were spelt before, or are in the original demo's command line. */
const RENAMED = { h: "help", "?": "help" };

/**
 * @typedef {object} Words
 * @property {string[]} words
 * @property {number} beyond how many more there were
 */

/**
 * @param {string} hash with or without its `#`
 * @returns {Words}
 */
export function wordsOf(hash) {
  const all = hash
    .replace(/^#/, "")
    .split("&")
    .filter((word) => word !== "");
  const words = all
    .slice(0, MOST)
    .map((word) => renamed(decoded(word).replace(UNSEEN, "").trim(), RENAMED))
    .filter((word) => word !== "");
  return { words, beyond: Math.max(0, all.length - MOST) };
}

/** @param {string[]} words */
export function hashOf(words) {
  return words.map(encoded).join("&");
}

/** A word's name and value: `learn=roots`. @param {string} word */
export function split(word) {
  const at = word.indexOf("=");
  return at < 0 ? { name: word, value: "" } : { name: word.slice(0, at), value: word.slice(at + 1) };
}

/**
 * A word under the name it has now.
 * @param {string} word
 * @param {Record<string, string>} table from each old name to the new one
 */
export function renamed(word, table) {
  const { name } = split(word);
  return Object.hasOwn(table, name) ? table[name] + word.slice(name.length) : word;
}

/**
 * One text for all that was not understood.
 * @param {string[]} sentences
 * @param {number} beyond words that were not even read
 */
export function ignored(sentences, beyond) {
  const more = sentences.slice(MOST_NAMED).length + beyond;
  const named = sentences.slice(0, MOST_NAMED).join(" ");
  return more > 0 ? `${named} And ${count(more)} more.` : named;
}

/** @param {string} word as it is quoted in a sentence */
export function quoted(word) {
  const signs = [...word];
  return `“${signs.slice(0, 40).join("")}${signs.length > 40 ? "…" : ""}”`;
}

/** @param {string} word */
function decoded(word) {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** Only what would be read as something else, or not at all: the address is to be read by people. @param {string} word */
function encoded(word) {
  return word.replace(/[%&#"<>`\s]/gu, encodeURIComponent);
}
