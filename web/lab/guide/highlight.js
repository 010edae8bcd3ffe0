/**
 * Colours code through the CSS Custom Highlight API: ranges over the text as it is, no element per token.
 * Where a browser lacks the API the code stays plain.
 */

/** Rust and JavaScript have most of their words in common; each alternative is one kind of token. */
const TOKEN = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`(?<string>"(?:\\.|[^"\\])*"|\x60(?:\\.|[^\x60\\])*\x60|'(?:\\.|[^'\\\n])')`,
    String.raw`(?<number>\b\d[\d_]*(?:\.\d+)?)`,
    String.raw`(?<keyword>\b(?:as|async|await|class|const|export|extends|fn|for|from|function|if|impl|import|in|let|loop|mod|move|mut|new|pub|return|self|static|struct|unsafe|use|while)\b)`,
    String.raw`(?<type>\b[A-Z]\w*)`,
  ].join("|"),
  "g",
);

const KINDS = ["comment", "string", "number", "keyword", "type"];
const able = typeof Highlight === "function" && "highlights" in CSS;
/** @type {Map<string, Highlight>} */
const highlights = new Map(able ? KINDS.map((kind) => [kind, new Highlight()]) : []);
highlights.forEach((ranges, kind) => CSS.highlights.set(`code-${kind}`, ranges));

/** Forgets all ranges: the text they were over is about to go. */
export function clearHighlights() {
  highlights.forEach((ranges) => ranges.clear());
}

/** @param {Text} text */
export function highlight(text) {
  if (!able) {
    return;
  }
  for (const match of text.data.matchAll(TOKEN)) {
    const kind = KINDS.find((name) => match.groups?.[name] !== undefined) ?? "";
    const endOffset = match.index + match[0].length;
    highlights
      .get(kind)
      ?.add(new StaticRange({ startContainer: text, startOffset: match.index, endContainer: text, endOffset }));
  }
}
