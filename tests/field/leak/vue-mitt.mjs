import mitt from "mitt";
import { createApp, h, nextTick, onMounted, onUnmounted, ref } from "vue";

export const about = {
  runs: ["page"],
  packages: ["vue", "mitt"],
  leaks: "bus.on() in onMounted without off() in onUnmounted: the handlers of mitt keep every component",
  cure: "bus.off() in onUnmounted",
  culprit: /\ball of\b|\bbus\b/,
  names: /bus/,
  cut: /all|changed|bus/,
};

export async function start(leaky) {
  const bus = mitt();
  const shown = ref(0);
  const Card = {
    setup() {
      const rows = ref(Array.from({ length: 100 }, (_, at) => ({ at, text: `Row ${at}` })));
      const onChanged = (at) => rows.value.splice(at, 1);
      onMounted(() => bus.on("changed", onChanged));
      onUnmounted(() => leaky || bus.off("changed", onChanged));
      return () =>
        h(
          "ul",
          rows.value.map(({ at, text }) => h("li", { key: at }, text)),
        );
    },
  };
  createApp({ setup: () => () => (shown.value ? h(Card, { key: shown.value }) : null) }).mount("#stage");
  Object.assign(globalThis.shop, { bus });
  return async (turn) => {
    shown.value = turn + 1;
    await nextTick();
    shown.value = 0;
    await nextTick();
  };
}
