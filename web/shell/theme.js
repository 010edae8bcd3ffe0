import { element, write } from "../ui/element.js";

const ORDER = ["system", "light", "dark"];

/** The theme button: as the system says, light, dark. `theme-first.js` has set the stored one before the first paint. */
export class Theme extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) {
      return;
    }
    const root = document.documentElement;
    const label = document.createTextNode("");
    const say = () => write(label, `Theme: ${root.getAttribute("theme") ?? "system"}`);
    this.append(
      element(
        "button",
        {
          type: "button",
          class: "button quiet",
          onclick: () => {
            const next = ORDER[(ORDER.indexOf(root.getAttribute("theme") ?? "system") + 1) % ORDER.length] ?? "system";
            next === "system" ? root.removeAttribute("theme") : root.setAttribute("theme", next);
            remember(next);
            say();
          },
        },
        label,
      ),
    );
    say();
  }

  connect() {}
}

/** @param {string} theme */
function remember(theme) {
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Storage is off: the choice lasts as long as the page.
  }
}

customElements.define("lab-theme", Theme);
