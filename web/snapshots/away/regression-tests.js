import { Choice } from "../../ui/choice.js";
import { copied } from "../../ui/clipboard.js";
import { element } from "../../ui/element.js";
import { regressions } from "./regression.js";

/** A test to keep a constructor's leak away, in several tongues. @param {string} className */
export function regressionTests(className) {
  const all = regressions(className);
  const code = element("pre", { tabindex: 0, "aria-label": "Regression test" });
  const said = element("p", { class: "soft", role: "status" });
  const show = (/** @type {string} */ tongue) => {
    const found = all.find((one) => one.tongue === tongue);
    if (!found) return;
    code.textContent = found.text;
    const tried = found.executed ? "The tests of this site run it." : "It is not executed by the tests of this site.";
    said.textContent = `${found.file}. Needs ${found.needs}. ${tried}`;
  };
  const copy = async () => {
    said.textContent = (await copied(code.textContent ?? ""))
      ? "It is in the clipboard. Fill in the action."
      : "The clipboard could not be written: select the text and copy it.";
  };
  const choice = new Choice(
    "In which tongue",
    all.map(({ tongue }) => [tongue, tongue]),
    show,
  );
  show(choice.value);
  return element(
    "details",
    { class: "regression" },
    element("summary", {}, "A test that keeps it away"),
    choice.root,
    said,
    code,
    element("button", { type: "button", class: "button small", onclick: () => void copy() }, "Copy"),
  );
}
