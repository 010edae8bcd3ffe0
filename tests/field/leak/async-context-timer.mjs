import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

export const about = {
  runs: ["node24"],
  packages: ["pino"],
  leaks: "an interval that is started inside of a request keeps the request's async context",
  cure: "clearInterval(), or starting it outside of the request",
  culprit: /\b(beat|timers?)\b.*|Timeout/,
  names: /beat\(\)|timer of/,
};

export async function start(leaky) {
  const requests = new AsyncLocalStorage();
  const log = pino({ level: "silent", mixin: () => ({ request: requests.getStore()?.id }) });
  const serve = () => {
    const beat = setInterval(function beat() {
      log.info("still here");
    }, 30_000);
    if (!leaky) clearInterval(beat);
  };
  return (turn) => {
    const body = Array.from({ length: 150 }, (_, at) => ({ at, text: `Line ${at}` }));
    requests.run({ id: turn, body }, serve);
  };
}
