/** @import { Scope } from "./scope.js" */

/**
 * Keeps the worker's picture as large and as sharp as its canvas, and lets it rest while nobody can see it.
 *
 * @param {Pick<Scope, "resize" | "hide">} scope
 * @param {HTMLCanvasElement} canvas
 * @param {AbortSignal} signal ends it
 * @param {() => void} resized after each change of size
 */
export function fit(scope, canvas, signal, resized) {
  let seen = true;
  const hide = () => scope.hide(document.hidden || !seen);
  document.addEventListener("visibilitychange", hide, { signal });
  const seeing = new IntersectionObserver((entries) => {
    seen = entries.some((entry) => entry.isIntersecting);
    hide();
  });
  seeing.observe(canvas);
  const sizing = new ResizeObserver(([entry]) => {
    const { width, height, ratio } = sizeIn(canvas, entry);
    scope.resize(width, height, ratio);
    resized();
  });
  observeDevicePixels(sizing, canvas);
  watchRatio(scope, canvas, signal);
  signal.addEventListener("abort", () => {
    seeing.disconnect();
    sizing.disconnect();
  });
}

/** In CSS pixels, and device pixels a CSS pixel. @param {HTMLCanvasElement} canvas */
function sizeOf(canvas) {
  return { width: canvas.clientWidth, height: canvas.clientHeight, ratio: devicePixelRatio };
}

/** @param {HTMLCanvasElement} canvas @param {ResizeObserverEntry} entry */
function sizeIn(canvas, entry) {
  const [box] = entry.devicePixelContentBoxSize ?? [];
  const size = sizeOf(canvas);
  // DevTools' device mode changes the ratio but not the device-pixel box: then the box is of no use.
  if (!box || Math.abs(box.inlineSize - size.width * size.ratio) >= 2) return size;
  return { width: box.inlineSize / size.ratio, height: box.blockSize / size.ratio, ratio: size.ratio };
}

/** @param {Pick<Scope, "resize">} scope @param {HTMLCanvasElement} canvas @param {AbortSignal} signal */
function watchRatio(scope, canvas, signal) {
  const changed = () => {
    const { width, height, ratio } = sizeOf(canvas);
    scope.resize(width, height, ratio);
    if (!signal.aborted) watchRatio(scope, canvas, signal);
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", changed, { once: true, signal });
}

/** @param {ResizeObserver} observer @param {Element} target */
function observeDevicePixels(observer, target) {
  try {
    observer.observe(target, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(target);
  }
}
