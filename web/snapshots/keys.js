/**
 * The keys of the room. They act only while it has the focus and nobody types a text.
 * @typedef {object} Deeds
 * @property {(place: number) => void} view
 * @property {() => void} filter
 * @property {() => void} help
 */

/** @param {HTMLElement} root @param {() => boolean} enabled @param {Deeds} deeds */
export function listen(root, enabled, deeds) {
  root.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!enabled() || event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return;
    if (/^[1-9]$/.test(key)) deeds.view(Number(key) - 1);
    else if (key === "/") deeds.filter();
    else if (key === "[") history.back();
    else if (key === "]") history.forward();
    else if (key === "?") deeds.help();
    else return;
    event.preventDefault();
  });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && target.matches("input:not([type=radio], [type=checkbox]), select, textarea");
}
