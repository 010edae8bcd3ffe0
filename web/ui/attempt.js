import { noticeOf } from "../ui/notice.js";

/** @import { Notice } from "../ui/notice.js" */

/**
 * Does something a button asks for; if it fails, the visitor is told.
 * @template Result
 * @param {(notice: Notice) => void} notify
 * @param {() => Result | Promise<Result>} deed
 * @returns {Promise<Result | undefined>} nothing if it failed
 */
export async function attempt(notify, deed) {
  try {
    return await deed();
  } catch (error) {
    notify(noticeOf(error));
    return undefined;
  }
}
