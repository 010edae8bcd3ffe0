import Swiper from "swiper";
import { Navigation, Pagination } from "swiper/modules";
import "swiper/css";

export const about = { runs: ["page"], packages: ["swiper"] };

export async function start() {
  const slides = Array.from({ length: 10 }, (_, at) => `<div class=swiper-slide>${at}</div>`).join("");
  return async () => {
    const view = document.getElementById("root").appendChild(document.createElement("div"));
    view.className = "swiper";
    view.innerHTML = `<div class=swiper-wrapper>${slides}</div><div class=swiper-pagination></div><div class=swiper-button-next></div>`;
    const modules = [Navigation, Pagination];
    const swiper = new Swiper(view, {
      modules,
      speed: 20,
      pagination: { el: ".swiper-pagination" },
      navigation: { nextEl: ".swiper-button-next" },
    });
    const moved = new Promise((resolve) => swiper.on("slideChangeTransitionEnd", resolve));
    swiper.slideNext();
    await moved;
    swiper.destroy();
    view.remove();
  };
}
