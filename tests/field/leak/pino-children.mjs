import pino from "pino";

export const about = {
  runs: ["node22"],
  packages: ["pino"],
  leaks: "a child logger for each job is kept in a map by the job's id, and jobs that end stay there",
  cure: "loggers.delete() at the end of the job",
  culprit: /loggers of Jobs/,
  names: /loggers of Jobs/,
  cut: /loggers/,
};

class Jobs {
  loggers = new Map();
  log = pino({ level: "silent" });
  run(id, leaky) {
    const log = this.log.child({ id, steps: Array.from({ length: 60 }, (_, at) => `step ${at}`) });
    this.loggers.set(id, log);
    log.info("done");
    if (!leaky) this.loggers.delete(id);
  }
}

export async function start(leaky) {
  const jobs = new Jobs();
  Object.assign(globalThis.service, { jobs });
  return (turn) => {
    for (let at = 0; at < 3; at++) jobs.run(`${turn}.${at}`, leaky);
  };
}
