import { Redaction } from "../wasm/inspect.js";
import { bytesOf, lengthOf, stopIf } from "./source.js";

/** @import { OpenOptions, Redacted } from './protocol.js' */
/** @import { RedactRequest } from '../wasm/inspect.js' */
/** @import { Instance } from './instance.js' */

/**
 * A snapshot without what may be data, in two readings: what stands where, and then the same with other texts.
 *
 * @param {Instance} instance
 * @param {Blob | Uint8Array | ArrayBuffer} source
 * @param {RedactRequest & OpenOptions} [options]
 * @returns {Promise<Redacted>}
 */
export async function redacted(instance, source, { signal, onProgress = () => {}, ...request } = {}) {
  const size = lengthOf(source) ?? 0;
  const redaction = instance.call(() => new Redaction(request));
  const read = async (
    /** @type {string} */ title,
    /** @type {number} */ from,
    /** @type {(chunk: Uint8Array) => void} */ take,
  ) => {
    let taken = 0;
    for await (const chunk of bytesOf(source, (bytes) => (taken = bytes), signal)) {
      stopIf(signal);
      instance.call(() => take(chunk));
      onProgress({ title, fraction: from + taken / (2 * size) });
    }
    stopIf(signal);
  };
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  try {
    await read("Reading", 0, (chunk) => redaction.plan(chunk));
    instance.call(() => redaction.planned());
    await read("Writing", 0.5, (chunk) =>
      parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (redaction.rewrite(chunk))),
    );
    return { summary: instance.call(() => redaction.finish()), file: new Blob(parts, { type: "application/json" }) };
  } finally {
    instance.attempt(() => redaction.free());
  }
}
