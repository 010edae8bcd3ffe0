import { element } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { noticeOf } from "../../ui/notice.js";

/**
 * What `shots/index.json` says of a scenario's pictures.
 * @typedef {object} Shots
 * @property {string} browser what they were taken with
 * @property {number} units how many units were made
 * @property {Record<string, { alt: string, width: number, height: number }>} pictures
 */

/** Pictures wider than this are not made smaller than can be read. */
const WIDE = 500;

/** @type {Promise<Record<string, Shots>> | undefined} */
let index;

/**
 * A view of DevTools that a step speaks of, loaded when it is asked for.
 * @param {string} slug @param {string} name @param {number} units how many the guide makes
 */
export function picture(slug, name, units) {
  const place = element("div", { role: "status" });
  const ontoggle = async () => {
    if (!root.open || place.childElementCount > 0) return;
    place.textContent = "Loading…";
    try {
      place.replaceChildren(await figure(slug, name, units));
    } catch (error) {
      const { message } = noticeOf(error);
      place.textContent = `The picture did not arrive: ${message} Close this and open it again.`;
    }
  };
  const root = element("details", { class: "look", ontoggle }, element("summary", {}, "What it looks like"), place);
  return root;
}

/** @param {string} slug @param {string} name @param {number} asked */
async function figure(slug, name, asked) {
  const shots = (await all())[slug];
  const shot = shots?.pictures[name];
  if (!shots || !shot) throw new Error(`there is none of ${slug}, ${name}.`);
  const { browser, units } = shots;
  const { alt, width, height } = shot;
  // Which of the two is shown is up to the style sheet, and an image that is not shown is not loaded.
  const images = ["light", "dark"].map((theme) =>
    element("img", {
      class: `in-${theme}${width > WIDE ? " wide" : ""}`,
      src: `./shots/${slug}-${name}-${theme}.webp`,
      alt,
      width,
      height,
      loading: "lazy",
    }),
  );
  const made = `${count(units)} ${units === 1 ? "unit" : "units"}`;
  const fewer = units < asked ? `, not ${count(asked)}: DevTools takes minutes over a snapshot of so many` : "";
  return element(
    "figure",
    {},
    element("div", { class: "look-frame", tabindex: 0, role: "group", "aria-label": "Picture" }, ...images),
    element("figcaption", { class: "soft" }, `${browser}, after ${made}${fewer}.`),
  );
}

function all() {
  index ??= read();
  index.catch(() => {
    index = undefined;
  });
  return index;
}

/** @returns {Promise<Record<string, Shots>>} */
async function read() {
  const answer = await fetch("./shots/index.json");
  if (!answer.ok) throw new Error(`the server answered ${answer.status}.`);
  return answer.json();
}
