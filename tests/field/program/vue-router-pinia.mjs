import { createPinia, defineStore } from "pinia";
import { createApp, h, nextTick } from "vue";
import { createMemoryHistory, createRouter, RouterView } from "vue-router";

export const about = { runs: ["page"], packages: ["vue-router", "pinia", "vue"] };

/** Back to the start each time: a memory's history would grow, as it should. */
export async function start() {
  const visitStore = defineStore("visits", { state: () => ({ count: 0, last: "" }) });
  const Page = {
    setup() {
      const visits = visitStore();
      visits.count++;
      return () =>
        h(
          "article",
          Array.from({ length: 30 }, (_, at) => h("p", `${visits.last} ${at}`)),
        );
    },
  };
  const Home = { render: () => h("h1", "Home") };
  const routes = [
    { path: "/", component: Home },
    { path: "/page/:id", component: Page },
  ];
  const router = createRouter({ history: createMemoryHistory(), routes });
  const app = createApp(RouterView).use(createPinia()).use(router);
  await router.replace("/");
  app.mount("#root");
  return async (turn) => {
    visitStore().last = `t${turn}`;
    await router.replace(`/page/${turn}`);
    await nextTick();
    if (!document.querySelector("article")) throw new Error("the page was not shown");
    await router.replace("/");
    await nextTick();
  };
}
