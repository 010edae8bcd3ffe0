// Bundles DevTools' heap code into one module: `node tests/oracle/bundle.mjs [directory]`.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const OUT = fileURLToPath(new URL("../../target/oracle/", import.meta.url));

// DevTools' loader uses it, Node 20 lacks it.
const POLYFILL = `Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new this((yes, no) => { resolve = yes; reject = no; });
  return {promise, resolve, reject};
};`;

/**
 * @param {string} [directory]
 * @returns {Promise<string>} the bundle's path
 */
export async function bundle(directory = OUT) {
  const [{ build }, { neutral }] = await Promise.all([import("esbuild"), import("./neutral.mjs")]);
  const outfile = join(directory, "devtools.mjs");
  await build({
    entryPoints: [join(HERE, "entry.mjs")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    target: "es2022",
    banner: { js: POLYFILL },
    plugins: [neutral],
    logLevel: "warning",
  });
  return outfile;
}

/** DevTools' heap code, bundled when it is not there yet. */
export async function devtools(directory = OUT) {
  const path = join(directory, "devtools.mjs");
  if (!existsSync(path)) await bundle(directory);
  return import(pathToFileURL(path).href);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await bundle(process.argv[2]));
