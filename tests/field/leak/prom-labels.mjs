import { Counter, Histogram, Registry } from "prom-client";

export const about = {
  runs: ["node24"],
  packages: ["prom-client"],
  leaks: "a label with the user's id: a metric keeps one series for each value, for ever",
  cure: "labels with few values, or remove()",
  culprit: /hashMap of (Histogram|Counter)/,
  names: /hashMap of (Histogram|Counter)/,
};

export async function start(leaky) {
  const register = new Registry();
  const names = { help: "of requests", labelNames: ["user"], registers: [register] };
  const seconds = new Histogram({ name: "seconds", ...names });
  const requests = new Counter({ name: "requests", ...names });
  Object.assign(globalThis.service, { metrics: { register } });
  return async (turn) => {
    for (let at = 0; at < 10; at++) {
      const user = leaky ? `user-${turn}-${at}` : `tier-${at % 3}`;
      seconds.observe({ user }, at / 10);
      requests.inc({ user });
    }
    await register.metrics();
  };
}
