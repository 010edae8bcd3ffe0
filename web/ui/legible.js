/** Control characters would be invisible, and some format characters turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** @type {Record<string, string>} */
const PICTURES = { "\n": "↵", "\r": "␍", "\t": "⇥", "\0": "␀" };

/**
 * A text of a file for people: all of its characters are seen, and none acts.
 * @param {string} text
 * @param {number} [most] so many characters at most
 */
export function legible(text, most = Infinity) {
  const shown = text.length > most ? `${text.slice(0, most)}…` : text;
  return shown.replace(UNSEEN, (sign) => PICTURES[sign] ?? "\u{fffd}");
}

/** A text as a literal of JavaScript in which all is seen as well. @param {string} text */
export function literal(text) {
  return JSON.stringify(text).replace(UNSEEN, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}
