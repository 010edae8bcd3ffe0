import { element } from "./element.js";

const MARK = /`([^`]+)`|\*\*((?:[^*]|\*[^*]+\*)+)\*\*|\*([^*]+)\*/g;

/**
 * A sentence of the guide as nodes: `` `code` `` is typed or read literally, `*words*` are DevTools' own, `**numbers**`
 * are what to expect, and may have marks in them.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function words(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    nodes.push(text.slice(end, match.index), marked(match));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== "");
}

/** @param {RegExpExecArray} match */
function marked([, code, number, term]) {
  if (code) {
    return element("code", {}, code);
  }
  return number ? element("strong", {}, ...words(number)) : element("em", { class: "term" }, term ?? "");
}
