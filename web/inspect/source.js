import { InspectError, problem } from "./problem.js";

/** @import { Source } from './protocol.js' */
/** @typedef {{next(): Promise<IteratorResult<Uint8Array, unknown>>, cancel(): Promise<unknown> | undefined}} Reading */

/** Bytes of an array that are read in one turn. */
const SLICE = 4 << 20;

/** Bytes of a file that are read in one turn. */
const PIECE = 1 << 20;

/**
 * The bytes of a file as they are (the module unpacks gzip), and how many were taken from the source so far. A chunk is there
 * until the next one is asked for. However it ends, the source is told that nobody reads on.
 *
 * @param {Source} source
 * @param {(taken: number) => void} onTaken
 * @param {AbortSignal} [signal]
 * @returns {AsyncGenerator<Uint8Array>}
 */
export async function* bytesOf(source, onTaken, signal) {
  const reading = interruptible(readingOf(source), signal);
  try {
    yield* counted(reading.next, onTaken);
  } finally {
    reading.end();
  }
}

/** How many bytes it has, packed or not, if it knows. @param {Source} source */
export function lengthOf(source) {
  if (source instanceof Blob) return source.size;
  return source instanceof ArrayBuffer || source instanceof Uint8Array ? source.byteLength : undefined;
}

/**
 * How many bytes come out, as far as that is known: of gzip it is not.
 * @param {Source} source
 */
export async function sizeOf(source) {
  const length = lengthOf(source);
  if (length === undefined) return undefined;
  try {
    const head = source instanceof Blob ? await source.slice(0, 2).arrayBuffer() : source;
    return isGzip(viewOf(/** @type {ArrayBuffer | Uint8Array} */ (head))) ? undefined : length;
  } catch (error) {
    throw new InspectError(problem("session.source", error));
  }
}

/** @param {AbortSignal | undefined} signal */
export function stopIf(signal) {
  if (signal?.aborted) throw new InspectError(problem("run.cancelled"));
}

/** @param {Uint8Array} head */
const isGzip = (head) => head[0] === 0x1f && head[1] === 0x8b;

/** @param {ArrayBuffer | Uint8Array} bytes */
const viewOf = (bytes) => (bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));

/**
 * The same, but its next chunk is not waited for any longer once the signal says so.
 * @param {Reading} reading
 * @param {AbortSignal} [signal]
 */
function interruptible(reading, signal) {
  let leave = () => {};
  const interrupt = () => leave();
  signal?.addEventListener("abort", interrupt);
  return {
    /** @type {Reading['next']} */
    next: () =>
      new Promise((resolve, reject) => {
        leave = () => reject(new InspectError(problem("run.cancelled")));
        if (signal?.aborted) return leave();
        reading.next().then(resolve, (error) => reject(new InspectError(problem("session.source", error))));
      }),
    /** Tells the source that nobody reads on. Not awaited: one that has stalled may never answer. */
    end() {
      signal?.removeEventListener("abort", interrupt);
      Promise.resolve(reading.cancel()).catch(() => {});
    },
  };
}

/** @param {Source} source @returns {Reading} */
function readingOf(source) {
  try {
    if (source instanceof ArrayBuffer || source instanceof Uint8Array) return slicesOf(viewOf(source));
    if (source instanceof Blob) return piecesOf(source);
    if ("getReader" in source) return streamed(source.getReader());
    const iterator = source[Symbol.asyncIterator]();
    return { next: () => iterator.next(), cancel: () => iterator.return?.() };
  } catch (error) {
    throw new InspectError(problem("session.bad-source", error));
  }
}

/** @param {Uint8Array} bytes @returns {Reading} */
function slicesOf(bytes) {
  let at = 0;
  const next = async () => {
    const value = bytes.subarray(at, at + SLICE);
    at += SLICE;
    return { done: value.length === 0, value };
  };
  return { next, cancel: () => undefined };
}

/** Reads into the same memory again and again: a fresh one for each chunk costs time and stays for long. @param {Blob} blob */
function piecesOf(blob) {
  const stream = blob.stream();
  /** @type {ReadableStreamBYOBReader} */
  let reader;
  try {
    reader = stream.getReader({ mode: "byob" });
  } catch {
    // Files are no streams of bytes everywhere yet.
    return streamed(stream.getReader());
  }
  let memory = new ArrayBuffer(PIECE);
  const next = async () => {
    const { done, value } = await reader.read(new Uint8Array(memory));
    if (value) memory = value.buffer;
    return /** @type {IteratorResult<Uint8Array, unknown>} */ ({ done, value });
  };
  return { next, cancel: () => reader.cancel() };
}

/** @param {ReadableStreamDefaultReader<Uint8Array>} reader @returns {Reading} */
function streamed(reader) {
  return { next: () => reader.read(), cancel: () => reader.cancel() };
}

/**
 * @param {Reading['next']} next
 * @param {(taken: number) => void} onTaken
 * @returns {AsyncGenerator<Uint8Array>}
 */
async function* counted(next, onTaken) {
  for (let taken = 0; ; ) {
    const { done, value } = await next();
    if (done) return;
    if (!(value instanceof Uint8Array)) throw new InspectError(problem("session.bad-source", typeof value));
    if (value.length === 0) continue;
    taken += value.length;
    onTaken(taken);
    yield value;
  }
}
