import Swiper from "swiper";

export const about = {
  runs: ["page"],
  packages: ["swiper"],
  leaks: "a carousel per visit is made in a container that stays, and destroy() is never called",
  cure: "swiper.destroy()",
  culprit: /listeners? of onResize\(\)|onResize|\bResizeObserver|listeners of .* on (Window|HTMLDocument)/,
  names: /Swiper|onResize|orientationChange|HTMLDocument|Window/,
  leaked: "Swiper",
};

export async function start(leaky) {
  const slides = Array.from({ length: 8 }, (_, at) => `<div class="swiper-slide">${at}</div>`).join("");
  return () => {
    const view = document.createElement("div");
    view.className = "swiper";
    view.innerHTML = `<div class="swiper-wrapper">${slides}</div>`;
    document.getElementById("stage").append(view);
    const swiper = new Swiper(view, { resizeObserver: false, speed: 0 });
    swiper.slideNext();
    if (!leaky) swiper.destroy();
    view.remove();
  };
}
