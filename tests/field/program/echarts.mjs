import * as echarts from "echarts";

export const about = { runs: ["page"], packages: ["echarts"] };

export async function start() {
  return async (turn) => {
    const view = document.getElementById("root").appendChild(document.createElement("div"));
    view.style.cssText = "width:400px;height:300px";
    const chart = echarts.init(view);
    const finished = new Promise((resolve) => chart.on("finished", resolve));
    const data = Array.from({ length: 30 }, (_, at) => [at, at * turn]);
    const series = [
      { type: "line", data },
      { type: "scatter", data },
    ];
    chart.setOption({ animation: false, tooltip: {}, legend: {}, xAxis: {}, yAxis: {}, series });
    await finished;
    chart.dispose();
    view.remove();
  };
}
