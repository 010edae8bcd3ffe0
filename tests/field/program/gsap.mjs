import { gsap } from "gsap";

export const about = { runs: ["page"], packages: ["gsap"] };

export async function start() {
  return async () => {
    const boxes = Array.from({ length: 20 }, () =>
      document.getElementById("root").appendChild(document.createElement("div")),
    );
    const timeline = gsap.timeline();
    timeline
      .to(boxes, { x: 100, rotation: 90, duration: 0.03, stagger: 0.001 })
      .from(boxes, { opacity: 0, duration: 0.02 });
    await timeline;
    timeline.kill();
    for (const box of boxes) box.remove();
  };
}
