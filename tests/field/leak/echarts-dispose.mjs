import * as echarts from "echarts";

export const about = {
  runs: ["page"],
  packages: ["echarts"],
  leaks: "the element is removed without dispose(), and the page keeps a resize listener for each chart",
  cure: "dispose() and removeEventListener()",
  culprit: /listeners of onResize\(\).*Window|instances/,
  names: /onResize|instances/,
  leaked: "ECharts2",
  cut: /onResize|instances|resize/,
};

export async function start(leaky) {
  const stage = document.getElementById("stage");
  return async (turn) => {
    const view = document.createElement("div");
    view.style.cssText = "width:300px;height:200px";
    stage.append(view);
    const chart = echarts.init(view);
    const onResize = () => chart.resize();
    addEventListener("resize", onResize);
    const finished = new Promise((resolve) => chart.on("finished", resolve));
    const data = Array.from({ length: 20 }, (_, at) => at * turn);
    chart.setOption({ animation: false, xAxis: { type: "category" }, yAxis: {}, series: [{ type: "bar", data }] });
    await finished;
    if (!leaky) {
      chart.dispose();
      removeEventListener("resize", onResize);
    }
    view.remove();
  };
}
