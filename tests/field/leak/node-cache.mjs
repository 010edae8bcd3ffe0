import NodeCache from "node-cache";

export const about = {
  runs: ["node20"],
  packages: ["node-cache"],
  leaks: "answers are cached by their full address, without a time to live and without a limit",
  cure: "stdTTL or maxKeys",
  culprit: /data of NodeCache|NodeCache/,
  names: /data of NodeCache/,
};

export async function start(leaky) {
  const answers = new NodeCache({ useClones: false, checkperiod: 0 });
  Object.assign(globalThis.service, { answers });
  return (turn) => {
    for (let at = 0; at < 5; at++) {
      const key = leaky ? `/search?q=${turn}&page=${at}` : `/search?page=${at}`;
      answers.set(key, { rows: Array.from({ length: 60 }, (_, row) => ({ row, turn })) });
    }
  };
}
