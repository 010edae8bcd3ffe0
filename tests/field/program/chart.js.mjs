import { Chart, registerables } from "chart.js";

export const about = { runs: ["page"], packages: ["chart.js"] };

export async function start() {
  Chart.register(...registerables);
  return async (turn) => {
    const box = document.getElementById("root").appendChild(document.createElement("div"));
    const canvas = box.appendChild(document.createElement("canvas"));
    const labels = Array.from({ length: 30 }, (_, at) => `L${at}`);
    const datasets = [{ label: "values", data: labels.map((_, at) => at * turn) }];
    await new Promise((resolve) => {
      const animation = { duration: 30, onComplete: ({ chart }) => resolve(chart) };
      new Chart(canvas, { type: turn % 2 ? "line" : "bar", data: { labels, datasets }, options: { animation } });
    }).then((chart) => chart.destroy());
    box.remove();
  };
}
