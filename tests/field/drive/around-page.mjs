// What a page has beside a leak: libraries, a table, a chart that is properly kept, a full cache, timers. None of it leaks.
import { Chart, registerables } from "chart.js";
import dayjs from "dayjs";
import $ from "jquery";
import _ from "lodash";
import { LRUCache } from "lru-cache";
import { createElement as h, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

const orders = _.range(1500).map((at) => ({
  id: at,
  who: `Customer ${at}`,
  sum: at * 1.5,
  on: dayjs(1e12 + at * 1e7),
}));

function Orders() {
  const [shown, show] = useState(120);
  useEffect(() => {
    const timer = setInterval(() => show((count) => (count === 120 ? 110 : 120)), 5000);
    return () => clearInterval(timer);
  }, []);
  const row = (order) =>
    h("tr", { key: order.id, onClick: () => show(100) }, h("td", null, order.who), h("td", null, order.sum));
  return h("table", null, h("tbody", null, orders.slice(0, shown).map(row)));
}

export async function surround() {
  const recent = new LRUCache({ max: 800 });
  for (let at = 0; at < 2000; at++) recent.set(`k${at}`, { at, tags: [`t${at % 5}`] });
  $("#root").before("<nav></nav>", '<div style="width:400px;height:200px"><canvas id=sums></canvas></div>');
  createRoot(/** @type {Element} */ (document.getElementById("root"))).render(h(Orders));
  for (let at = 0; at < 10; at++)
    $("<a href=#>")
      .text(`Page ${at}`)
      .appendTo("nav")
      .on("click", () => recent.get(`k${at}`));
  Chart.register(...registerables);
  const data = { labels: _.range(30), datasets: [{ label: "sums", data: orders.slice(0, 30).map(({ sum }) => sum) }] };
  const chart = new Chart("sums", { type: "bar", data, options: { animation: false } });
  for (const type of ["scroll", "keydown", "visibilitychange"]) addEventListener(type, () => chart.update());
  setInterval(() => recent.get("k1"), 7000);
  const stage = document.body.appendChild(document.createElement("main"));
  stage.id = "stage";
  Object.assign(globalThis, { shop: { orders, recent, chart, byId: _.keyBy(orders, "id") } });
}
