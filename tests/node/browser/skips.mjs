// A reporter beside another: what was not tried, and why.

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* skips(events) {
  for await (const { type, data } of events) {
    if (type === "test:pass" && data.skip) yield `\nSKIPPED: ${data.name}: ${data.skip}`;
  }
  yield "\n";
}
