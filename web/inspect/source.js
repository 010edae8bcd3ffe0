import { InspectError, problem } from "./problem.js";

/** @import { Source } from './protocol.js' */

/** Bytes of an array that are read in one turn. */
const SLICE = 4 << 20;

/** Bytes of a file that are read in one turn. */
const PIECE = 1 << 20;

/**
 * The bytes of a file, unpacked if they are gzip, and how many were taken from the source so far. A chunk is there until the
 * next one is asked for.
 *
 * @param {Source} source
 * @param {(taken: number) => void} onTaken
 * @returns {AsyncGenerator<Uint8Array>}
 */
export async function* bytesOf(source, onTaken) {
  const chunks = counted(source, onTaken);
  const first = await chunks.next();
  if (first.done) return;
  const all = prepend(first.value, chunks);
  if (first.value[0] === 0x1f && first.value[1] === 0x8b) yield* unpacked(all);
  else yield* all;
}

/**
 * How many bytes come out, as far as that is known: of gzip it is not.
 * @param {Source} source
 */
export async function sizeOf(source) {
  if (source instanceof Uint8Array) return isGzip(source) ? undefined : source.length;
  if (!(source instanceof Blob)) return undefined;
  try {
    const head = new Uint8Array(await source.slice(0, 2).arrayBuffer());
    return isGzip(head) ? undefined : source.size;
  } catch (error) {
    throw new InspectError(problem("session.source", error));
  }
}

/** @param {Uint8Array} head */
const isGzip = (head) => head[0] === 0x1f && head[1] === 0x8b;

/**
 * @param {Source} source
 * @param {(taken: number) => void} onTaken
 * @returns {AsyncGenerator<Uint8Array>}
 */
async function* counted(source, onTaken) {
  let taken = 0;
  try {
    for await (const chunk of chunksOf(source)) {
      if (chunk.length === 0) continue;
      taken += chunk.length;
      onTaken(taken);
      yield chunk;
    }
  } catch (error) {
    throw new InspectError(problem("session.source", error));
  }
}

/** @param {Source} source @returns {AsyncIterable<Uint8Array>} */
function chunksOf(source) {
  if (source instanceof Uint8Array) return slicesOf(source);
  return source instanceof Blob ? piecesOf(source) : readable(source);
}

/** @param {Uint8Array} bytes */
async function* slicesOf(bytes) {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}

/** Reads into the same memory again and again: a fresh one for each chunk costs time and stays for long. @param {Blob} blob */
async function* piecesOf(blob) {
  const stream = blob.stream();
  const reader = inPlace(stream);
  if (!reader) return yield* readable(stream);
  try {
    for (let memory = new ArrayBuffer(PIECE); ; ) {
      const { done, value } = await reader.read(new Uint8Array(memory));
      if (done) return;
      memory = value.buffer;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Files are no streams of bytes everywhere yet. @param {ReadableStream<Uint8Array>} stream */
function inPlace(stream) {
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}

/** Streams are not iterable everywhere yet. @param {AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>} source */
function readable(source) {
  return Symbol.asyncIterator in source ? source : read(source);
}

/** @param {ReadableStream<Uint8Array>} stream */
async function* read(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/**
 * @param {Uint8Array} first
 * @param {AsyncIterable<Uint8Array>} rest
 */
async function* prepend(first, rest) {
  yield first;
  yield* rest;
}

/** @param {AsyncGenerator<Uint8Array>} packed */
async function* unpacked(packed) {
  const stream = new ReadableStream({
    async pull(controller) {
      const { done, value } = await packed.next();
      if (done) controller.close();
      else controller.enqueue(value.slice()); // what is unpacked later must still be there
    },
    async cancel() {
      await packed.return(undefined);
    },
  });
  try {
    yield* read(stream.pipeThrough(new DecompressionStream("gzip")));
  } catch (error) {
    throw error instanceof InspectError ? error : new InspectError(problem("session.gzip", error));
  }
}
