import { createApp, computed, h, nextTick, onMounted, onUnmounted, reactive, ref } from "vue";

export const about = { runs: ["page"], packages: ["vue"] };

const Clock = {
  setup() {
    const now = ref(0);
    let timer;
    onMounted(() => {
      timer = setInterval(() => now.value++, 1000);
    });
    onUnmounted(() => clearInterval(timer));
    return () => h("time", now.value);
  },
};

const Cart = {
  props: { turn: Number },
  setup(props) {
    const lines = reactive(Array.from({ length: 40 }, (_, at) => ({ at, count: 1 })));
    const sum = computed(() => lines.reduce((total, { count }) => total + count, 0));
    const line = (item) =>
      h("li", { key: item.at, onClick: () => item.count++ }, `${props.turn}.${item.at} × ${item.count}`);
    return () => h("section", [h(Clock), h("b", sum.value), h("ul", lines.map(line))]);
  },
};

export async function start() {
  const shown = ref(-1);
  createApp({ setup: () => () => (shown.value < 0 ? null : h(Cart, { turn: shown.value, key: shown.value })) }).mount(
    "#root",
  );
  return async (turn) => {
    shown.value = turn;
    await nextTick();
    document.querySelector("li:nth-child(5)").click();
    await nextTick();
    shown.value = -1;
    await nextTick();
  };
}
