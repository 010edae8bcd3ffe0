import { panels } from "./panels.js";

/** @import { LabChart } from "../scope/chart.js" */
/** @import { LabEvent } from "../scope/protocol.js" */
/** @import { Page } from "./page.js" */

/**
 * Opens the chart, hands it what is measured and what happens, and keeps the span the same as in the state.
 * @param {LabChart} chart
 * @param {Page} page
 */
export function plot(chart, { experiment, sampler, store }) {
  chart.open(panels(experiment.meters), experiment.precision);
  sampler.addEventListener("tick", () => chart.scope?.sample(sampler.row));
  sampler.addEventListener("point", (event) => {
    const { id, time, value } = /** @type {CustomEvent} */ (event).detail;
    chart.scope?.point(id, time, value);
  });
  experiment.addEventListener("event", (event) => {
    chart.scope?.event(/** @type {CustomEvent<LabEvent>} */ (event).detail);
  });
  chart.addEventListener("span", () => store.update({ span: chart.span }));
  store.select(["span"], ({ span }) => {
    if (span !== chart.span) {
      chart.span = span;
    }
  });
}
