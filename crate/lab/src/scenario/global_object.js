/** What hangs on the global object. */
export class TrulyGlobalObject {
  stuff = Array(10_000).fill("stuff");
}
