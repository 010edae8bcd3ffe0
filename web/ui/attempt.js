import { noticeOf } from "../lab/errors.js";

/**
 * Does something a button asks for; if it fails, the visitor is told.
 * @template Result
 * @param {import('../page.js').Page} page
 * @param {() => Result | Promise<Result>} deed
 * @returns {Promise<Result | undefined>} nothing if it failed
 */
export async function attempt(page, deed) {
  try {
    return await deed();
  } catch (error) {
    page.notify(noticeOf(error));
    return undefined;
  }
}
