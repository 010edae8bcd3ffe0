import { element, write } from "../ui/element.js";
import { remember } from "../ui/remember.js";

const ORDER = ["system", "light", "dark"];

/** The theme button: as the system says, light, dark. `theme-first.js` has set the stored one before the first paint. */
export function themeButton() {
  const root = document.documentElement;
  const label = document.createTextNode("");
  const say = () => write(label, `Theme: ${root.getAttribute("theme") ?? "system"}`);
  const onclick = () => {
    const next = ORDER[(ORDER.indexOf(root.getAttribute("theme") ?? "system") + 1) % ORDER.length] ?? "system";
    next === "system" ? root.removeAttribute("theme") : root.setAttribute("theme", next);
    remember("theme", next);
    say();
  };
  say();
  return element("button", { type: "button", class: "button quiet", onclick }, label);
}
