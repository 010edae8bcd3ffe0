import { axisBottom, forceLink, forceManyBody, forceSimulation, scaleLinear, select } from "d3";
import "d3-transition";

export const about = { runs: ["page"], packages: ["d3"] };

export async function start() {
  return async (turn) => {
    const nodes = Array.from({ length: 40 }, (_, id) => ({ id, r: (id * turn) % 9 }));
    const links = nodes.slice(1).map(({ id }) => ({ source: id, target: id >> 1 }));
    const svg = select("#root").append("svg");
    svg.append("g").call(axisBottom(scaleLinear([0, 40], [0, 300])));
    const circles = svg
      .selectAll("circle")
      .data(nodes)
      .join("circle")
      .attr("r", (node) => node.r)
      .on("click", () => {});
    const forces = forceSimulation(nodes)
      .force("link", forceLink(links))
      .force("charge", forceManyBody())
      .alphaMin(0.5);
    await new Promise((resolve) => forces.on("end", resolve));
    await circles
      .transition()
      .duration(20)
      .attr("cx", (node) => node.x)
      .end();
    svg.remove();
  };
}
