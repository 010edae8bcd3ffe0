import { expose, releaseProxy, wrap } from "comlink";

export const about = {
  runs: ["node22"],
  packages: ["comlink"],
  leaks: "a MessageChannel for each job: the proxy is never released, the ports are never closed",
  cure: "proxy[releaseProxy]() and close() of both ports",
  culprit: /MessagePort kept open/,
  names: /MessagePort/,
  leaked: "MessagePort",
};

/** Ports of Node, with the methods of the web's that comlink calls. */
const endpoint = (port) => ({
  addEventListener: (_type, listener) => port.on("message", (data) => listener({ data, origin: "" })),
  removeEventListener: () => port.removeAllListeners("message"),
  postMessage: (message, transfer) => port.postMessage(message, transfer),
  start: () => port.start(),
});

export async function start(leaky) {
  return async (turn) => {
    const { port1, port2 } = new MessageChannel();
    const rows = Array.from({ length: 200 }, (_, at) => ({ at, turn }));
    expose({ sum: (from) => rows.slice(from).reduce((sum, { at }) => sum + at, 0) }, endpoint(port1));
    const job = wrap(endpoint(port2));
    await job.sum(10);
    if (leaky) return;
    job[releaseProxy]();
    port1.close();
    port2.close();
  };
}
