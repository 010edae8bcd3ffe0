import dayjs from "dayjs";

export const about = {
  runs: ["page"],
  packages: ["dayjs"],
  leaks: "each tab of the app opens a BroadcastChannel and never closes it: one with a listener stays alive",
  cure: "channel.close()",
  culprit: /BroadcastChannel/,
  names: /BroadcastChannel/,
  leaked: "BroadcastChannel",
};

export async function start(leaky) {
  return (turn) => {
    const days = Array.from({ length: 100 }, (_, at) => dayjs(at * 864e5));
    const channel = new BroadcastChannel("app");
    channel.onmessage = function onTold({ data }) {
      days.push(dayjs(data));
    };
    channel.postMessage(turn);
    if (!leaky) channel.close();
  };
}
