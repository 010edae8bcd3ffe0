import { attempt } from "../../ui/attempt.js";
import { element, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { spans } from "../../ui/words.js";
import { picture as look } from "./picture.js";

/** @import { Step, Variant } from "../../generated/catalogue.js" */
/** @import { Page } from "../page.js" */

/**
 * A step of the guide, with a button where the page can do it, and a picture where DevTools shows it.
 * @param {Page} page
 * @param {Step} step
 * @param {string} slug
 * @param {Variant} variant
 */
export function stepItem(page, { words, action, picture }, slug, variant) {
  const item = element("li", {}, element("p", {}, ...spans(words)));
  if (picture) {
    item.append(look(slug, picture, page.experiment.status(slug).info.guideUnits));
  }
  if (!action) {
    return item;
  }
  const said = document.createTextNode("");
  const label = labelOf(action);
  const onclick = async () => {
    button.disabled = true;
    write(said, "Working…");
    const outcome = await attempt(page.notify, () => deed(page, action, slug, variant));
    write(said, outcome ?? "");
    item.toggleAttribute("done", outcome !== undefined);
    button.disabled = false;
  };
  const button = element("button", { type: "button", class: "button accent", onclick }, label);
  item.append(element("div", { class: "row" }, button, element("span", { class: "outcome", role: "status" }, said)));
  return item;
}

/** @param {NonNullable<Step["action"]>} action */
function labelOf(action) {
  switch (action.type) {
    case "make":
      return `Make ${count(action.units)} ${action.units === 1 ? "unit" : "units"}`;
    case "letGo":
      return "Let go and collect";
    case "reload":
      return "Load the page again";
  }
}

/** @param {Page} page @param {NonNullable<Step["action"]>} action @param {string} slug @param {Variant} variant */
function deed(page, action, slug, variant) {
  switch (action.type) {
    case "make":
      return made(page, slug, action.units, variant);
    case "letGo":
      return released(page, slug);
    case "reload":
      location.reload();
      return "";
  }
}

/** @param {Page} page @param {string} slug @param {number} units @param {Variant} variant */
async function made({ experiment }, slug, units, variant) {
  const outcome = await experiment.step(slug, units, variant);
  const all = outcome.made === outcome.asked;
  return all ? `✓ ${count(outcome.made)} made` : `Stopped at ${count(outcome.made)} of ${count(outcome.asked)}`;
}

/** @param {Page} page @param {string} slug */
async function released({ experiment }, slug) {
  const { collected, milliseconds } = await experiment.letGo(slug);
  const { alive } = experiment.status(slug);
  return collected
    ? `✓ let go and collected in ${count(milliseconds)} ms: ${count(alive)} alive`
    : "Let go, but no collection was seen: press Collect again";
}
