/**
 * Calls `show` at once and then once a second, with the samples: no faster than a person reads.
 * @param {import('../experiment/sampler.js').Sampler} sampler
 * @param {() => void} show
 */
export function everySecond(sampler, show) {
  sampler.addEventListener("second", show);
  show();
}
