// A program and its packages as the files of a page, by esbuild.
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { svelte } from "./svelte.mjs";

const FILE = ["ttf", "woff", "woff2", "eot", "svg", "png", "gif"];

/** The bundler of the installed packages. @param {string} home @returns {typeof import("esbuild")} */
export const esbuild = (home) => createRequire(join(home, "package.json"))("esbuild");

/**
 * @param {string} home where the packages are, and the programs beside them
 * @param {"program" | "leak"} kind @param {string} name
 * @returns {Promise<Map<string, Uint8Array>>} by name
 */
export async function bundle(home, kind, name) {
  const around =
    kind === "leak" ? `import { surround } from "./drive/around-page.mjs";` : "const surround = undefined;";
  const contents = `import { install } from "./drive/entry.mjs"; import { start } from "./${kind}/${name}.mjs"; ${around}
install(start, surround);`;
  const { outputFiles } = await esbuild(home).build({
    stdin: { contents, resolveDir: home, sourcefile: "main.mjs" },
    bundle: true,
    write: false,
    format: "iife",
    outfile: join(home, "app.js"),
    assetNames: "[name]",
    conditions: ["browser", "production"],
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}", global: "globalThis" },
    loader: Object.fromEntries(FILE.map((end) => [`.${end}`, "file"])),
    plugins: [svelte(home)],
    logLevel: "silent",
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}
