import { flushSync, mount, unmount } from "svelte";
import Basket from "./Basket.svelte";

export const about = { runs: ["page"], packages: ["svelte"] };

export async function start() {
  return async (turn) => {
    const basket = mount(Basket, { target: document.getElementById("root"), props: { turn } });
    flushSync();
    document.querySelector("li:nth-child(5) button").click();
    flushSync();
    await unmount(basket);
  };
}
