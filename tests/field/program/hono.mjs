import { once } from "node:events";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { fetchText } from "../drive/http.mjs";

export const about = { runs: ["node26"], packages: ["hono", "@hono/node-server"] };

export async function start() {
  const app = new Hono();
  app.use(async (context, next) => {
    context.set("began", Date.now());
    await next();
  });
  app.get("/books/:id", (context) => context.json({ id: context.req.param("id"), began: context.get("began") }));
  app.post("/books", async (context) => context.json(await context.req.json(), 201));
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  if (!server.listening) await once(server, "listening");
  return async (turn) => {
    await fetchText(server.address().port, `/books/${turn}`);
    await fetchText(server.address().port, "/books", { title: `Book ${turn}` });
  };
}
