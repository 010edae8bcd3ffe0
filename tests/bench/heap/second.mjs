// DevTools' second thread: a worker of the browser, or Node's.
import { serveSecondThread } from "../../oracle/devtools.mjs";

const starter = globalThis.process ? (await import("node:worker_threads")).parentPort : self;
starter.onmessage = ({ data }) => serveSecondThread(data);
starter.postMessage("ready");
