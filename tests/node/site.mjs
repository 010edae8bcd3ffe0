// The built site, as Node imports it, and the fixtures.
import { openAsBlob } from "node:fs";
import { pathToFileURL } from "node:url";

export const site = process.env.LEAK_LAB_SITE ?? new URL("../../target/site", import.meta.url).pathname;

/** A module of the site. @param {string} path @returns {Promise<any>} */
export const load = (path) => import(pathToFileURL(`${site}/${path}`).href);

/** Where a file of the site is. @param {string} path */
export const inSite = (path) => pathToFileURL(`${site}/${path}`);

/** @type {typeof import('../../web/inspect/inspector.js')} */
export const { Inspector } = await load("inspect/inspector.js");

/** A file of `tests/fixture/heap`, as a page would have it from a file input. @param {string} name */
export function fixture(name) {
  return openAsBlob(new URL(`../fixture/heap/${name}`, import.meta.url));
}

/** Its bytes, unpacked. @param {string} name */
export async function unpacked(name) {
  const stream = (await fixture(name)).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What DevTools says of it. @param {string} name */
export async function oracle(name) {
  return JSON.parse(new TextDecoder().decode(await unpacked(`${name}.oracle.json.gz`)));
}
