import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import webpack from "webpack";
import { temporary } from "../drive/temporary.mjs";

export const about = { runs: ["node24"], packages: ["webpack"] };

/** A compiler that stays, as in watch mode, and compiles after each change of a file. */
export async function start() {
  const context = await temporary("webpack");
  await writeFile(join(context, "index.js"), 'import { turn } from "./turn.js"; console.log(turn);');
  const compiler = webpack({
    context,
    entry: "./index.js",
    mode: "development",
    devtool: "source-map",
    output: { path: join(context, "dist") },
  });
  return async (turn) => {
    await writeFile(join(context, "turn.js"), `export const turn = ${turn % 10};\n`);
    await new Promise((resolve, reject) => {
      compiler.run((error, stats) => {
        if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString()));
        else resolve();
      });
    });
  };
}
