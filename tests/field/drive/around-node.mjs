// What a service has beside a leak: libraries, a store, a cache that is full, routes, timers. None of it leaks.
import Ajv from "ajv";
import fastify from "fastify";
import handlebars from "handlebars";
import _ from "lodash";
import { LRUCache } from "lru-cache";
import { DateTime } from "luxon";
import { Lexer } from "marked";
import pino from "pino";
import { z } from "zod";

const SECONDS = { flush: 60, metrics: 30, heartbeat: 15, expire: 20, refresh: 90 };

export async function surround() {
  const log = pino({ level: "silent" });
  const articles = _.range(3000).map((at) => ({
    id: `A${at}`,
    title: `Article ${at}`,
    price: at / 7,
    since: DateTime.fromSeconds(1e9 + at),
    tags: [`t${at % 13}`, `u${at % 17}`],
  }));
  const byId = _.keyBy(articles, "id");
  const recent = new LRUCache({ max: 1500 });
  for (let at = 0; at < 4000; at++) recent.set(`k${at}`, { at, body: [at, at + 1] });
  const ajv = new Ajv();
  const checks = _.range(40).map((at) =>
    ajv.compile({ type: "object", properties: { [`p${at}`]: { type: "string", maxLength: at + 1 } } }),
  );
  const forms = _.range(40).map((at) => z.object({ [`f${at}`]: z.string().max(at + 1), n: z.number().optional() }));
  const views = _.range(20).map((at) => handlebars.compile(`{{#each rows}}<p>{{title}} ${at}</p>{{/each}}`));
  const manual = Lexer.lex(
    _.range(400)
      .map((at) => `# Chapter ${at}\n\nSome *words* and \`code\`.\n`)
      .join("\n"),
  );
  const app = fastify({ loggerInstance: log });
  app.get("/article/:id", async (request) => {
    const { id } = /** @type {{id: string}} */ (request.params);
    recent.set(id, { at: Date.now(), body: [] });
    return byId[id] ?? {};
  });
  for (const [at, view] of views.entries()) app.get(`/view/${at}`, async () => view({ rows: articles.slice(0, 20) }));
  await app.ready();
  for (let at = 0; at < 60; at++) await app.inject(at % 2 ? `/view/${at % 20}` : `/article/A${at}`);
  for (const [task, seconds] of Object.entries(SECONDS)) setInterval(() => log.info(task), seconds * 1000).unref();
  Object.assign(globalThis, { service: { app, log, articles, recent, checks, forms, manual } });
}
