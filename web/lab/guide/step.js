import { attempt } from "../../ui/attempt.js";
import { element, write } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { words } from "../../ui/words.js";

/** @import { GuideStep, Variant } from "../../wasm/lab.js" */
/** @import { Page } from "../page.js" */

/**
 * A step of the guide, with a button where the page can do it.
 * @param {Page} page
 * @param {GuideStep} step
 * @param {string} slug
 * @param {Variant} variant
 */
export function stepItem(page, { text, action }, slug, variant) {
  const item = element("li", {}, element("p", {}, ...words(text)));
  if (!action) {
    return item;
  }
  const said = document.createTextNode("");
  const label =
    action.type === "step"
      ? `Make ${count(action.units)} ${action.units === 1 ? "unit" : "units"}`
      : "Let go and collect";
  const onclick = async () => {
    button.disabled = true;
    write(said, "Working…");
    const outcome = await attempt(page.notify, () =>
      action.type === "step" ? made(page, slug, action.units, variant) : released(page, slug),
    );
    write(said, outcome ?? "");
    item.toggleAttribute("done", outcome !== undefined);
    button.disabled = false;
  };
  const button = element("button", { type: "button", class: "button accent", onclick }, label);
  item.append(element("div", { class: "row" }, button, element("span", { class: "outcome", role: "status" }, said)));
  return item;
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
