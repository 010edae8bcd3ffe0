import { shape } from "../../ui/element.js";

const WIDTH = 60;
const HEIGHT = 16;

/** A small line of values, from nothing up to the largest. @param {readonly number[]} values */
export function spark(values) {
  const most = Math.max(...values, 1);
  const points = values.map((value, at) => {
    const x = values.length > 1 ? (at / (values.length - 1)) * (WIDTH - 4) + 2 : WIDTH / 2;
    return `${x.toFixed(1)},${(HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1)}`;
  });
  return shape(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "spark", "aria-hidden": "true" },
    shape("polyline", { points: points.join(" ") }),
    ...points.map((point) => {
      const [x = "0", y = "0"] = point.split(",");
      return shape("circle", { cx: x, cy: y, r: 1.6 });
    }),
  );
}
