import DataLoader from "dataloader";

export const about = {
  runs: ["node26"],
  packages: ["dataloader"],
  leaks: "one loader for all requests: its cache keeps every answer for ever",
  cure: "a loader for each request, or clearAll()",
  culprit: /_cacheMap of DataLoader/,
  names: /_cacheMap of DataLoader/,
  cut: /_cacheMap/,
};

export async function start(leaky) {
  const load = async (ids) =>
    ids.map((id) => ({ id, pets: Array.from({ length: 40 }, (_, at) => `Pet ${at} of ${id}`) }));
  const people = new DataLoader(load);
  Object.assign(globalThis.service, { people });
  return async (turn) => {
    const loader = leaky ? people : new DataLoader(load);
    await loader.loadMany([1, 2, 3, 4].map((id) => turn * 10 + id));
  };
}
