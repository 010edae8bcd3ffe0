// What a program says of itself, read without its packages: the bundler leaves out whatever `about` does not use.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { esbuild } from "./bundle.mjs";

/**
 * @typedef {object} Right a line that is true of a program without a leak
 * @property {RegExp} line
 * @property {string} why
 * @typedef {object} About
 * @property {string[]} runs `node20`, `node22`, `node24`, `node26`, `page`
 * @property {string[]} packages the first is the one it is named after
 * @property {Right[]} [right]
 * @property {string} [leaks] of a leak: what is never let go, by which omission
 * @property {string} [cure]
 * @property {RegExp} [culprit] the line that names the culprit
 * @property {RegExp} [names] the words of a path that tell owner and variable
 * @property {string} [leaked] a class whose objects leak
 * @property {RegExp} [cut] the reference that is to be cut
 */

const withoutPackages = {
  name: "without-packages",
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
    build.onResolve({ filter: /\.(svelte|css)$/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
  },
};

/** The programs of a folder, in order. @param {string} folder */
export const names = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => file.slice(0, -".mjs".length))
    .sort();

/** @param {string} home @param {string} path of the program @returns {Promise<About>} */
export async function about(home, path) {
  const { outputFiles } = await esbuild(home).build({
    stdin: { contents: `export { about } from ${JSON.stringify(path)}`, resolveDir: join(path, "..") },
    bundle: true,
    write: false,
    format: "esm",
    plugins: [withoutPackages],
    logLevel: "silent",
  });
  const read = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return read.about;
}
