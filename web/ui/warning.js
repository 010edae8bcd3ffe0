import { element } from "./element.js";
import { noticeOf } from "./notice.js";

/** What went wrong, in the place where it would have been shown. @param {unknown} error */
export function warningOf(error) {
  const { message, advice } = noticeOf(error);
  return element("p", { class: "warning", role: "alert" }, `${message} ${advice}`);
}
