import { Writable } from "node:stream";
import winston from "winston";

export const about = { runs: ["node26"], packages: ["winston"] };

export async function start() {
  const stream = new Writable({ write: (_text, _encoding, done) => done() });
  const format = winston.format.combine(winston.format.timestamp(), winston.format.json());
  const log = winston.createLogger({ format, transports: [new winston.transports.Stream({ stream })] });
  return (turn) => {
    const request = log.child({ request: turn });
    for (let at = 0; at < 20; at++) request.info("seen", { at });
  };
}
