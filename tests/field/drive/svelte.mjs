import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Compiles `.svelte` files with the installed compiler. @param {string} home @returns {import("esbuild").Plugin} */
export const svelte = (home) => ({
  name: "svelte",
  setup(build) {
    build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const compiler = await import(pathToFileURL(join(home, "node_modules/svelte/src/compiler/index.js")).href);
      const { js } = compiler.compile(await readFile(path, "utf8"), { generate: "client", css: "injected" });
      return { contents: js.code, loader: "js" };
    });
  },
});
