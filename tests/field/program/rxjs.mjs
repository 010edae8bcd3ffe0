import { bufferCount, filter, firstValueFrom, interval, map, merge, Subject, switchMap, take, toArray } from "rxjs";

export const about = { runs: ["node26"], packages: ["rxjs"] };

export async function start() {
  const clicks = new Subject();
  const keys = new Subject();
  const searches = merge(clicks, keys).pipe(
    filter(Boolean),
    switchMap((word) =>
      interval(1).pipe(
        take(3),
        map((at) => `${word}${at}`),
      ),
    ),
  );
  return async (turn) => {
    const answer = firstValueFrom(searches.pipe(take(3), bufferCount(2), toArray()));
    clicks.next(`c${turn}`);
    keys.next(`k${turn}`);
    await answer;
  };
}
