import Alpine from "alpinejs";

export const about = { runs: ["page"], packages: ["alpinejs"] };

const HTML = `<div x-data="{ open: false, rows: Array.from({ length: 30 }, (_, at) => at) }" @keydown.window="open = false">
<button @click="open = true">open</button><template x-if="open"><ul><template x-for="row in rows" :key="row"><li x-text="row"></li></template></ul></template></div>`;

export async function start() {
  Alpine.start();
  const root = document.getElementById("root");
  return async () => {
    Alpine.mutateDom(() => {
      root.innerHTML = HTML;
    });
    Alpine.initTree(root.firstElementChild);
    root.querySelector("button").click();
    await Alpine.nextTick();
    if (root.querySelectorAll("li").length !== 30) throw new Error("the list is not open");
    Alpine.destroyTree(root.firstElementChild);
    Alpine.mutateDom(() => root.replaceChildren());
    await Alpine.nextTick();
  };
}
