import { once } from "node:events";
import Router from "@koa/router";
import Koa from "koa";
import { fetchText } from "../drive/http.mjs";

export const about = { runs: ["node24"], packages: ["koa", "@koa/router"] };

export async function start() {
  const app = new Koa();
  const router = new Router();
  router.get("/user/:id", async (context) => {
    context.body = { id: context.params.id, since: context.state.began };
  });
  app.use(async (context, next) => {
    context.state.began = Date.now();
    await next();
  });
  app.use(router.routes());
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  return async (turn) => {
    for (let at = 0; at < 5; at++) await fetchText(server.address().port, `/user/${turn * 5 + at}`);
  };
}
