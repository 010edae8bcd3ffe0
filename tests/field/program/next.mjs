import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import next from "next";
import { fetchText } from "../drive/http.mjs";
import { temporary } from "../drive/temporary.mjs";

export const about = { runs: ["node24"], packages: ["next", "react-dom"] };

const PAGE = `import Link from "next/link";
export const getServerSideProps = async ({ query }) => ({ props: { id: query.id ?? "none" } });
export default function Page({ id }) { return <main>{id}<Link href="/other">other</Link></main>; }`;
const API = "export default function handler(request, response) { response.json({ turn: request.query.turn }); }";

/** A built app, served as `next start` does. */
export async function start() {
  const dir = await temporary("next");
  await mkdir(join(dir, "pages/api"), { recursive: true });
  await writeFile(join(dir, "package.json"), '{ "name": "tried", "private": true }');
  await writeFile(join(dir, "pages/index.js"), PAGE);
  await writeFile(join(dir, "pages/api/turn.js"), API);
  const program = createRequire(import.meta.url).resolve("next/dist/bin/next");
  await promisify(execFile)(process.execPath, [program, "build", "--webpack", dir], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  const app = next({ dev: false, dir });
  await app.prepare();
  const server = createServer(app.getRequestHandler()).listen(0, "127.0.0.1");
  await once(server, "listening");
  return async (turn) => {
    const html = await fetchText(server.address().port, `/?id=${turn}`);
    if (!html.includes("<main>")) throw new Error(html.slice(0, 300));
    await fetchText(server.address().port, `/api/turn?turn=${turn}`);
  };
}
