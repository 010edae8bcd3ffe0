import { element } from "../ui/element.js";

/** Skips the header: a button and no link, for the address's hash is the page's state. @param {HTMLElement} main */
export function skipButton(main) {
  const onclick = () => {
    main.tabIndex = -1;
    main.focus();
  };
  return element("button", { type: "button", class: "button skip", onclick }, "Skip to the content");
}
