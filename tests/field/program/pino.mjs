import { Writable } from "node:stream";
import pino from "pino";

export const about = { runs: ["node22"], packages: ["pino"] };

export async function start() {
  const log = pino({ redact: ["user.password"] }, new Writable({ write: (_text, _encoding, done) => done() }));
  return (turn) => {
    const request = log.child({ request: turn });
    for (let at = 0; at < 20; at++) request.info({ user: { name: `u${at}`, password: "secret" } }, "seen");
  };
}
