/** A little less than a second: ticks are never quite on time. */
const SECOND = 950;

/**
 * Calls `show` at once and then with the samples, at most once a second: no faster than a person reads.
 * @param {import('../lab/sampler.js').Sampler} sampler
 * @param {() => void} show
 */
export function everySecond(sampler, show) {
  const { row } = sampler;
  let shown = -SECOND;
  sampler.addEventListener("tick", () => {
    const time = row[0] ?? 0;
    if (time - shown >= SECOND) {
      shown = time;
      show();
    }
  });
  show();
}
