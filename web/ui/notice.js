/**
 * Something to tell the visitor: a stable code, what is wrong, and what to do.
 * @typedef {object} Notice
 * @property {string} code `area.reason`
 * @property {string} message what is wrong
 * @property {string} advice what to do
 * @property {boolean} [reload] whether loading the page again is what to do
 */

/**
 * What to show of an error: ours have a code, what is wrong, and advice.
 * @param {unknown} error
 * @returns {Notice}
 */
export function noticeOf(error) {
  if (error instanceof Error && "code" in error && "what" in error && "advice" in error) {
    const reload = "reload" in error && error.reload === true;
    return { code: String(error.code), message: String(error.what), advice: String(error.advice), reload };
  }
  return {
    code: "page.unexpected",
    message: String(error),
    advice: "Load the page again; if it stays, please report it.",
  };
}
