// DevTools' own code on one file, in Node or in a worker of the browser.
import { NodeFilter, openOnOneThread, openOnTwoThreads } from "../../oracle/devtools.mjs";

/**
 * @param {AsyncIterable<string> | Iterable<string>} text the file in pieces
 * @param {MessagePort} [port] to the second thread, if there is one
 */
export async function openInDevTools(text, port) {
  const snapshot = await (port ? openOnTwoThreads(text, port) : openOnOneThread(text));
  // The view's first request: without it there are no classes yet.
  const rows = Object.keys(snapshot.aggregatesWithFilter(new NodeFilter())).length;
  return { nodes: snapshot.nodeCount, total: snapshot.totalSize, rows };
}
