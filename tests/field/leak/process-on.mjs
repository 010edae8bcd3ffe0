import fastify from "fastify";

export const about = {
  runs: ["node24"],
  packages: ["fastify"],
  leaks: 'each request adds a listener for "warning" to the process and removes none',
  cure: "process.off(), or once for the whole process",
  culprit: /listeners of onWarning\(\).* on process/i,
  names: /onWarning\(\).*process/i,
  cut: /warning|_events/,
};

export async function start(leaky) {
  process.setMaxListeners(0);
  const app = fastify();
  app.get("/", async () => {
    const trace = Array.from({ length: 100 }, (_, at) => ({ at }));
    const onWarning = (warning) => trace.push(warning);
    process.on("warning", onWarning);
    if (!leaky) process.off("warning", onWarning);
    return { length: trace.length };
  });
  await app.ready();
  return async () => {
    await app.inject("/");
  };
}
