import { firstValueFrom, map, Subject, shareReplay } from "rxjs";

export const about = {
  runs: ["node20"],
  packages: ["rxjs"],
  leaks: "shareReplay(1) stays subscribed to the feed after the request has its value",
  cure: "shareReplay({ bufferSize: 1, refCount: true })",
  culprit: /observers of Subject/i,
  names: /observers of Subject ← updates of Prices/i,
  leaked: "ReplaySubject",
  cut: /observers/i,
};

class Prices {
  updates = new Subject();
  constructor() {
    setInterval(() => this.updates.next(Date.now()), 5);
  }
}

export async function start(leaky) {
  const prices = new Prices();
  const share = leaky ? shareReplay(1) : shareReplay({ bufferSize: 1, refCount: true });
  return (turn) => {
    const rows = map((now) =>
      Array.from({ length: 80 }, (_, at) => ({ article: `A${at}`, price: (now % (at + 1)) + turn })),
    );
    return firstValueFrom(prices.updates.pipe(rows, share));
  };
}
