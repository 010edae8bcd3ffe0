/** What leaks: DevTools lists its instances in a row of their own. */
export class LeakyClass {
  stuff = Array(10_000).fill("stuff");
}
