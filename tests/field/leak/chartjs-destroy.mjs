import { Chart } from "chart.js";

export const about = {
  runs: ["page"],
  packages: ["chart.js"],
  leaks: "the canvas is removed without destroy(): the module's table of charts keeps every one",
  cure: "chart.destroy()",
  culprit: /\b(instances|_charts)\b/,
  names: /instances/,
  leaked: "Chart",
  cut: /instances|_charts/,
};

export async function start(leaky) {
  return (turn) => {
    const canvas = document.createElement("canvas");
    document.getElementById("stage").append(canvas);
    const labels = Array.from({ length: 30 }, (_, at) => `L${at}`);
    const datasets = [{ label: "values", data: labels.map((_, at) => at * turn) }];
    const options = { animation: false, responsive: false };
    const chart = new Chart(canvas, { type: "line", data: { labels, datasets }, options });
    if (!leaky) chart.destroy();
    canvas.remove();
  };
}
