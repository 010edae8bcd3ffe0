import { element } from "../../ui/element.js";
import { remember, remembered } from "../../ui/remember.js";

/** @import { Page } from "../page.js" */

/**
 * Where its words lead.
 * @typedef {object} Places
 * @property {(pointed: boolean) => void} point marks the button to press first
 * @property {() => void} start
 * @property {() => void} chart
 * @property {() => void} guide
 */

/** What to do first, in one line, for those who are here for the first time. */
export class FirstMinute extends HTMLElement {
  /** @param {Pick<Page, "experiment">} page @param {Places} places */
  constructor({ experiment }, places) {
    super();
    /** @param {string} label @param {() => void} onclick */
    const link = (label, onclick) => element("button", { type: "button", class: "link", onclick }, label);
    const begin = element("li", {}, link("Start a leak", places.start));
    const hide = () => {
      remember("first-minute", "off");
      this.hidden = true;
      places.point(false);
    };
    this.append(
      element("strong", {}, "New here?"),
      element(
        "ol",
        {},
        begin,
        element("li", {}, link("watch its line climb", places.chart)),
        element("li", {}, "open DevTools (F12) at ", element("em", { class: "term" }, "Memory")),
        element("li", {}, link("follow the steps", places.guide)),
      ),
      element(
        "button",
        { type: "button", class: "button quiet", "aria-label": "Hide this line", onclick: hide },
        "Hide",
      ),
    );
    this.hidden = remembered("first-minute") === "off";
    experiment.addEventListener("change", () => {
      const begun = experiment.statuses().some(({ made, running }) => running || made > 0);
      if (begun !== begin.hasAttribute("done")) {
        begin.toggleAttribute("done", begun);
        places.point(!begun && !this.hidden);
      }
    });
    places.point(!this.hidden);
  }
}

customElements.define("lab-first-minute", FirstMinute);
