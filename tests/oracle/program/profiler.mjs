// V8's heap profiler over Node's inspector: of this isolate, or (in a worker) of the main thread's.
import { createWriteStream } from "node:fs";
import inspector from "node:inspector";

export function profiler(ofMainThread = false) {
  const session = new inspector.Session();
  if (ofMainThread) session.connectToMainThread();
  else session.connect();
  const post = (method, params) =>
    new Promise((resolve, reject) => {
      session.post(`HeapProfiler.${method}`, params, (error, result) => (error ? reject(error) : resolve(result)));
    });
  return {
    post,
    /** Everything V8 says in chunks while `method` runs, to a file. */
    async stream(method, params, path) {
      const chunks = [];
      const listen = ({ params: { chunk } }) => chunks.push(chunk);
      session.on("HeapProfiler.addHeapSnapshotChunk", listen);
      await post(method, params);
      session.off("HeapProfiler.addHeapSnapshotChunk", listen);
      const out = createWriteStream(path);
      for (const chunk of chunks) out.write(chunk);
      await new Promise((resolve) => out.end(resolve));
    },
  };
}
