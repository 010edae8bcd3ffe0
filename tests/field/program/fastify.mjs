import fastify from "fastify";
import { fetchText } from "../drive/http.mjs";

export const about = { runs: ["node22"], packages: ["fastify"] };

export async function start() {
  const app = fastify();
  const schema = { body: { type: "object", required: ["name"], properties: { name: { type: "string" } } } };
  app.decorateRequest("user", "");
  app.addHook("onRequest", async (request) => {
    request.user = request.headers["x-user"] ?? "nobody";
  });
  app.get("/hello/:name", async ({ params, user }) => ({ hello: params.name, user }));
  app.post("/things", { schema }, async ({ body }) => ({ made: body.name }));
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address();
  return async (turn) => {
    await fetchText(port, `/hello/${turn}`, undefined, { "x-user": `u${turn}` });
    await fetchText(port, "/things", { name: `thing ${turn}` });
  };
}
