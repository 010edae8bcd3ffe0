// Reading and writing of fixtures: plain or gzipped, always the same bytes for the same content.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

export const FIXTURES = fileURLToPath(new URL("../fixture/heap/", import.meta.url));

/** @param {string} path */
export function readBytes(path) {
  const bytes = readFileSync(path);
  return path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

/** @param {string} path */
export const readJson = (path) => JSON.parse(readBytes(path).toString("utf8"));

/**
 * The text in pieces, as a file read in the browser arrives; a character never falls apart.
 * @param {Uint8Array} bytes
 */
export function* chunks(bytes, size = 1 << 20) {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += size) {
    yield decoder.decode(bytes.subarray(at, at + size), { stream: true });
  }
  yield decoder.decode();
}

/** @param {string} path @param {string | Uint8Array} content */
export function writeGz(path, content) {
  const bytes = gzipSync(content, { level: 9 });
  bytes[9] = 255; // the system that packed it: unknown, so that every system writes the same
  writeFileSync(path, bytes);
}

// Half a surrogate pair has no place in UTF-8, and strict readers of JSON refuse its escape.
const wellFormed = (_, value) => (typeof value === "string" ? value.toWellFormed() : value);

/** JSON any reader takes: of a lone surrogate remains U+FFFD. */
export const stringify = (value) => JSON.stringify(value, wellFormed);

/**
 * JSON with one line for each key: a difference is found with a text tool.
 * @param {string} path @param {Record<string, unknown>} value
 */
export function writeOracle(path, value) {
  const lines = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => `${JSON.stringify(key)}:${stringify(part)}`);
  writeGz(path, `{\n${lines.join(",\n")}\n}\n`);
}

/** `…/node-mixed.heapsnapshot.gz` is called `node-mixed`. @param {string} path */
export const fixtureName = (path) =>
  basename(path)
    .replace(/\.gz$/, "")
    .replace(/\.(heap\w+|oracle\.json|diff\.json)$/, "");
