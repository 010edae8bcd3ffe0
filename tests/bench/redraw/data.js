/** Four series of noisy growth over `points` samples: `[times in s, a, b, c, d]`, the same on both sides. */
export function seriesOf(points) {
  let seed = 20_260_101;
  const noise = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const columns = Array.from({ length: 5 }, () => new Array(points));
  for (let at = 0; at < points; at += 1) sampleInto(columns, at, points, noise);
  return columns;
}

/** One more sample at the end of the series. */
export function append(columns) {
  const at = columns[0].length;
  sampleInto(columns, at, at, Math.random);
}

function sampleInto(columns, at, points, noise) {
  columns[0][at] = at * 0.2;
  const grown = at / points;
  for (let series = 1; series < 5; series += 1) {
    columns[series][at] = 1e6 * (series * 8 + 20 * grown + 6 * noise() + 4 * Math.sin(grown * 40 + series));
  }
}
