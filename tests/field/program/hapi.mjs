import Hapi from "@hapi/hapi";
import { fetchText } from "../drive/http.mjs";

export const about = { runs: ["node20"], packages: ["@hapi/hapi"] };

export async function start() {
  const server = Hapi.server({ port: 0, host: "127.0.0.1" });
  server.method("price", async (id) => ({ id, price: id / 7 }), {
    cache: { expiresIn: 60_000, generateTimeout: 1000 },
    generateKey: (id) => `${id}`,
  });
  server.route({ method: "GET", path: "/price/{id}", handler: ({ params }) => server.methods.price(params.id % 40) });
  server.route({ method: "POST", path: "/order", handler: ({ payload }, h) => h.response(payload).code(201) });
  await server.start();
  return async (turn) => {
    for (let at = 0; at < 3; at++) await fetchText(server.info.port, `/price/${turn * 3 + at}`);
    await fetchText(server.info.port, "/order", { turn });
  };
}
