// A list 20,000 deep beside a Map: whatever recurses falls over here.
import { writeHeapSnapshot } from "node:v8";

class Link {
  constructor(next, i) {
    this.next = next;
    this.i = i;
  }
}

let head = null;
for (let i = 0; i < 20_000; i++) head = new Link(head, i);
const index = new Map();
for (let link = head, i = 0; link; link = link.next, i++) if (i % 100 === 0) index.set(`at ${i}`, link);

globalThis.app = { head, index };
writeHeapSnapshot(process.argv[2]);
