import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createServer } from "vite";
import { fetchText } from "../drive/http.mjs";
import { temporary } from "../drive/temporary.mjs";

export const about = { runs: ["node22"], packages: ["vite"] };

export async function start() {
  const root = await temporary("vite");
  await writeFile(join(root, "index.html"), "<script type=module src=/main.js></script>");
  await writeFile(join(root, "main.js"), 'import { two } from "./two.js"; import "./page.css"; document.title = two;');
  await writeFile(join(root, "two.js"), "export const two = String(1 + 1);");
  await writeFile(join(root, "page.css"), "main { color: teal }");
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "silent",
    server: { port: 0, host: "127.0.0.1" },
  });
  await server.listen();
  const { port } = server.httpServer.address();
  return async (turn) => {
    server.moduleGraph.invalidateAll();
    for (const path of ["/", "/main.js", "/two.js", "/page.css"])
      await fetchText(port, path, undefined, { accept: "*/*", "x-turn": `${turn}` });
  };
}
