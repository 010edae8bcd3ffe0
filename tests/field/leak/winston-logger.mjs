import { Writable } from "node:stream";
import winston from "winston";

export const about = {
  runs: ["node26"],
  packages: ["winston"],
  leaks: "a logger for each request over one shared transport: pipe() leaves listeners and the logger on it",
  cure: "one logger with child() for each request",
  culprit: /on (Stream|Console)\b|transport/,
  names: /transport|Stream/,
  leaked: "DerivedLogger",
  cut: /_events|transport|unpipe|finish|Stream/,
};

export async function start(leaky) {
  const stream = new Writable({ write: (_text, _encoding, done) => done() });
  const transport = new winston.transports.Stream({ stream }).setMaxListeners(0);
  const shared = winston.createLogger({ transports: [transport] });
  Object.assign(globalThis.service, { audit: { transport } });
  return (turn) => {
    const defaultMeta = { request: turn, headers: Array.from({ length: 60 }, (_, at) => ({ name: `h${at}` })) };
    const log = leaky ? winston.createLogger({ transports: [transport], defaultMeta }) : shared.child(defaultMeta);
    log.info("served");
  };
}
