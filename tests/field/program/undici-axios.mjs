import { once } from "node:events";
import { createServer } from "node:http";
import axios from "axios";
import { Agent, request } from "undici";

export const about = { runs: ["node24"], packages: ["undici", "axios"] };

export async function start() {
  const server = createServer((incoming, response) => incoming.resume().on("end", () => response.end('{"ok":true}')));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  const dispatcher = new Agent({ connections: 4 });
  const client = axios.create({ baseURL: url, timeout: 10_000 });
  client.interceptors.response.use(({ data }) => data);
  return async (turn) => {
    const { body } = await request(`${url}/${turn}`, { dispatcher });
    await body.json();
    await Promise.all([client.get("/a"), client.post("/b", { turn })]);
  };
}
