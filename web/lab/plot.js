import { panels } from "../panels.js";

/** @import { LabChart } from "../scope/chart.js" */
/** @import { Page } from "./page.js" */

/**
 * Opens the chart, hands it what is measured and what happens, and keeps the span the same as in the state.
 * @param {LabChart} chart
 * @param {Page} page
 */
export function plot(chart, { experiment, sampler, store }) {
  chart.open(panels(experiment.meters));
  sampler.addEventListener("tick", () => chart.scope?.sample(sampler.row));
  sampler.addEventListener("point", (event) => {
    const { id, time, value } = /** @type {CustomEvent} */ (event).detail;
    chart.scope?.point(id, time, value);
  });
  experiment.addEventListener("mark", (event) => {
    const { time, kind, text } = /** @type {CustomEvent} */ (event).detail;
    chart.scope?.mark(time, kind, text);
  });
  chart.addEventListener("span", () => store.update({ span: chart.span }));
  store.select(["span"], ({ span }) => {
    if (span !== chart.span) {
      chart.span = span;
    }
  });
}
