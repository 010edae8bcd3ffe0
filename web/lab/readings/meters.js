import { attempt } from "../../ui/attempt.js";
import { element, write } from "../../ui/element.js";
import { bytes } from "../../ui/figure.js";
import { Changed } from "./changed.js";
import { Meter } from "./meter.js";
import { everySecond } from "./second.js";

/** @import { Page } from "../page.js" */
/** @import { MeterId } from "../../generated/lab.js" */
/** @import { Precision } from "../../wasm/lab.js" */

/** The meters' order on the page: what belongs together stands together. @type {MeterId[]} */
const ORDER = [
  "jsUsed",
  "jsTotal",
  "jsLimit",
  "linear",
  "live",
  "peak",
  "blocks",
  "externrefs",
  "nodes",
  "made",
  "alive",
  "userAgent",
  "footprint",
];
const FROM_PERFORMANCE = new Set(["jsUsed", "jsTotal", "jsLimit"]);

/** @type {Record<Precision, string>} */
const PRECISION = {
  exact: "Exact to the byte, refreshed every 50 ms at most.",
  bucketed:
    "BUCKETED: rounded to one of a hundred steps and refreshed every 20 minutes. Useless for hunting a leak. " +
    "The browser does this to pages whose process is not locked to their site, and to file:// pages: serve the page, or start " +
    "Chrome with --enable-precise-memory-info.",
  absent:
    "Absent: this browser has no performance.memory. Only Chromium browsers do. wasm memory, witnesses and the guide work.",
};

/** The strip of all meters. */
export class Meters extends HTMLElement {
  /** @type {Map<MeterId, Meter>} */
  #meters = new Map();

  /** @param {Page} page */
  constructor(page) {
    super();
    const { experiment, sampler } = page;
    experiment.meters.forEach((info) => this.#meters.set(info.id, new Meter(info)));
    const meters = ORDER.flatMap((id) => this.#meters.get(id) ?? []);
    this.append(
      element("h2", {}, "Meters"),
      ...this.#warning(experiment.precision),
      element("div", { class: "meters" }, ...meters.map((meter) => meter.root)),
    );
    meters.forEach((meter) => meter.say(hereAndNow(meter.info.id, experiment.precision)));
    this.#byType(page);
    this.#footprint(page);
    const sampled = experiment.meters.slice(0, sampler.row.length - 1).map(({ id }) => this.#meters.get(id));
    this.#meters.get("jsLimit")?.show(sampler.limit);
    const changed = new Changed(sampler.row);
    everySecond(sampler, () => {
      for (let place = 0; place < sampled.length; place += 1) {
        if (changed.at(place + 1)) sampled[place]?.show(sampler.row[place + 1] ?? NaN);
      }
    });
  }

  /** @param {Precision} precision */
  #warning(precision) {
    if (precision === "exact") {
      return [];
    }
    const words =
      precision === "bucketed"
        ? "JS heap readings are bucketed here: coarse steps, 20 minutes apart."
        : "JS heap meters are absent: this browser has no performance.memory.";
    return [element("p", { class: "warning" }, element("strong", {}, words), " Open a JS heap meter for the reason.")];
  }

  /** The measurement by type, on demand. @param {Page} page */
  #byType({ sampler, notify }) {
    const meter = this.#meters.get("userAgent");
    const said = document.createTextNode("");
    const list = element("dl", { class: "types" });
    const button = element(
      "button",
      {
        type: "button",
        class: "button",
        onclick: async () => {
          button.disabled = true;
          write(said, "Measuring: may take 20 s…");
          const result = await attempt(notify, () => sampler.measureUserAgent());
          write(said, result ? "Measured just now." : "Not measured.");
          button.disabled = false;
        },
      },
      "Measure now",
    );
    meter?.add(
      element("div", { class: "row" }, button, element("span", { role: "status", class: "soft" }, said)),
      list,
    );
    const able = "measureUserAgentSpecificMemory" in performance;
    if (!able) {
      meter?.show(NaN);
    } else if (meter) {
      write(meter.figure.text, "not measured");
    }
    sampler.addEventListener("useragent", () => {
      const result = sampler.userAgent;
      if (result) {
        meter?.show(result.bytes);
        list.replaceChildren(
          ...[...result.types]
            .sort((a, b) => b[1] - a[1])
            .flatMap(([type, size]) => [element("dt", {}, type), element("dd", { class: "number" }, bytes(size))]),
        );
      }
    });
  }

  /** The process's footprint, typed in. @param {Page} page */
  #footprint({ sampler, notify }) {
    const meter = this.#meters.get("footprint");
    const input = element("input", { type: "number", min: 1, max: 1_000_000, step: "any", required: true });
    const form = element(
      "form",
      {
        class: "row",
        onsubmit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          void attempt(notify, () => {
            sampler.setFootprint(input.valueAsNumber);
            meter?.show(sampler.footprint);
          });
        },
      },
      element("label", { class: "field" }, input, " MB"),
      element("button", { class: "button" }, "Plot it"),
    );
    meter?.add(
      element(
        "p",
        {},
        "In Chrome: ⋮ → More tools → Task manager (Shift+Esc on Windows and Linux), this page's row, the " +
          "column “Memory footprint”. Type it in to see it beside the others:",
      ),
      form,
    );
    if (meter) {
      write(meter.figure.text, "type it in");
    }
  }
}

/** @param {MeterId} id @param {Precision} precision */
function hereAndNow(id, precision) {
  if (FROM_PERFORMANCE.has(id)) {
    return PRECISION[precision];
  }
  if (id === "userAgent") {
    if ("measureUserAgentSpecificMemory" in performance) {
      return "On demand. It waits for a collection, and the button asks for one.";
    }
    return crossOriginIsolated
      ? "Absent: this browser does not have it. Only Chromium browsers do."
      : "Absent: this page is not cross-origin isolated. Serve it with Cross-Origin-Opener-Policy: same-origin and " +
          "Cross-Origin-Embedder-Policy: require-corp, as cargo xtask serve does.";
  }
  return id === "footprint" ? "As exact, and as old, as what you typed." : "Exact.";
}

customElements.define("lab-meters", Meters);
