import _ from "lodash";

export const about = {
  runs: ["node20"],
  packages: ["lodash"],
  leaks: "_.memoize by the query of the request: its cache never shrinks",
  cure: "a cache with a limit, or cache.clear()",
  culprit: /\bcache (of|in) memoized|build of Reports|__data__.*memoized/,
  names: /cache of memoized.*(build of Reports)/,
};

class Reports {
  build = _.memoize((query) => ({ query, rows: _.range(150).map((at) => ({ at, text: `${query} ${at}` })) }));
}

export async function start(leaky) {
  const reports = new Reports();
  Object.assign(globalThis.service, { reports });
  return (turn) => {
    reports.build(`from=${turn}`);
    if (!leaky) reports.build.cache.clear();
  };
}
