/**
 * The memory of an answer's columns, and of bytes that are an answer: what can be transferred, as the answer alone has it.
 * Answers are records, lists of records, texts, numbers and typed arrays.
 *
 * @param {unknown} answer
 * @param {Set<ArrayBuffer>} [found]
 */
export function columnsOf(answer, found = new Set()) {
  if (ArrayBuffer.isView(answer)) found.add(/** @type {ArrayBuffer} */ (answer.buffer));
  else if (Array.isArray(answer)) {
    // Lists are of one kind: texts and numbers need no walk.
    if (typeof answer[0] === "object") for (const part of answer) columnsOf(part, found);
  } else if (isRecord(answer)) for (const part of Object.values(answer)) columnsOf(part, found);
  return found;
}

/** Blobs and the like are none. @param {unknown} value @returns {value is object} */
function isRecord(value) {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}
