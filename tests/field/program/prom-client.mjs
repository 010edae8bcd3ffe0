import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

export const about = { runs: ["node20"], packages: ["prom-client"] };

export async function start() {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: "requests",
    help: "so many",
    labelNames: ["route", "status"],
    registers: [register],
  });
  const seconds = new Histogram({ name: "seconds", help: "so long", labelNames: ["route"], registers: [register] });
  return async (turn) => {
    const route = `/route${turn % 8}`;
    for (let at = 0; at < 30; at++) {
      requests.inc({ route, status: at % 9 ? "200" : "500" });
      seconds.observe({ route }, at / 30);
    }
    await register.metrics();
  };
}
