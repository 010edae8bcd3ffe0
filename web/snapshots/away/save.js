import { element } from "../../ui/element.js";

/** Hands a file to the visitor. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  element("a", { href: url, download: name }).click();
  // The browser has taken it by the next task, or has asked where to.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file's name without what says of which kind it is. @param {string} name */
export function stem(name) {
  return name.replace(/\.gz$/i, "").replace(/\.heap(snapshot|timeline|profile)$/i, "") || "heap";
}
