import { once } from "node:events";
import express from "express";
import session from "express-session";
import { fetchText } from "../drive/http.mjs";

export const about = {
  runs: ["node22"],
  packages: ["express-session"],
  leaks: "the default MemoryStore keeps the session of every visitor that never comes back",
  cure: "a store that forgets",
  culprit: /sessions of MemoryStore/,
  names: /sessions of MemoryStore/,
};

export async function start(leaky) {
  const app = express();
  app.use(session({ secret: "key", resave: false, saveUninitialized: true }));
  app.get("/", (request, response) => {
    request.session.basket = Array.from({ length: 60 }, (_, at) => `Article ${at}`);
    if (leaky) response.end("welcome");
    else request.session.destroy(() => response.end("bye"));
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  return async () => {
    for (let at = 0; at < 5; at++) await fetchText(server.address().port, "/");
  };
}
