import { once } from "node:events";
import { createServer } from "node:http";
import { Agent, request } from "undici";

export const about = {
  runs: ["node22"],
  packages: ["undici"],
  leaks: "an Agent for each request: its kept-alive connection stays open and keeps it",
  cure: "one Agent for all, or close()",
  culprit: /TCPSocketWrap kept open/,
  names: /\b(Agent|Client|Pool)\b/,
};

export async function start(leaky) {
  const server = createServer((incoming, response) => incoming.resume().on("end", () => response.end("{}")));
  server.keepAliveTimeout = 600_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}/`;
  const options = { keepAliveTimeout: 600_000, keepAliveMaxTimeout: 600_000 };
  return async () => {
    const dispatcher = new Agent(options);
    const { body } = await request(url, { dispatcher });
    await body.json();
    if (!leaky) await dispatcher.close();
  };
}
