import { select, timer } from "d3";

export const about = {
  runs: ["page"],
  packages: ["d3"],
  leaks: "a sparkline animates with d3.timer and nobody stops it: the module's list of timers keeps each one",
  cure: "stop() of the timer when the view is closed",
  culprit: /\btaskHead\b/,
  names: /taskHead/,
  leaked: "Timer",
  cut: /task(Head|Tail)/,
};

export async function start(leaky) {
  return () =>
    new Promise((resolve) => {
      const view = document.createElement("div");
      document.getElementById("stage").append(view);
      const dots = select(view)
        .append("svg")
        .selectAll("circle")
        .data(Array.from({ length: 30 }, Math.random));
      const drawn = dots.join("circle").attr("r", 2);
      const pulse = timer((elapsed) => {
        drawn.attr("cx", (value, at) => at * 5 + Math.sin(elapsed) * value);
        if (!view.isConnected) return;
        if (!leaky) pulse.stop();
        view.remove();
        resolve();
      });
    });
}
