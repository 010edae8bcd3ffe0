import { once } from "node:events";
import express from "express";
import { fetchText } from "../drive/http.mjs";

export const about = { runs: ["node20", "node26"], packages: ["express"] };

export async function start() {
  const app = express();
  const items = Array.from({ length: 200 }, (_, id) => ({ id, name: `Item ${id}` }));
  app.use(express.json());
  app.get("/items", (_request, response) => response.json(items));
  app.get("/items/:id", (request, response) => response.json(items[Number(request.params.id)]));
  app.post("/items", (request, response) => response.status(201).json(request.body));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  return async (turn) => {
    await fetchText(port, "/items");
    await fetchText(port, `/items/${turn % 200}`);
    await fetchText(port, "/items", { name: "new" });
  };
}
