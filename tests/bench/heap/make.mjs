// Writes heap snapshots of a process of its own: `node make.mjs deep|flat|pair MEGABYTES FILE [LATER]`, or unpacks one:
// `node make.mjs unpack FIXTURE FILE`. A file is there whole or not at all.
import { mkdirSync, readFileSync, renameSync, statfsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { writeHeapSnapshot } from "node:v8";
import { gunzipSync } from "node:zlib";

/** Node's own heap, in MB of file. */
const BASE = 4.4;
/** Customers with all that hangs on them in a MB of file. */
const UNITS = 770;
/** Links of the list in a MB of file. */
const LINKS = 7200;
/** Long enough to find every recursion; in a small file a quarter of all. */
const DEEP = 105_000;

class Customer {
  constructor(i) {
    this.id = i;
    this.name = `customer ${i}`;
    this.orders = [];
    this.address = { street: `street ${i % 977}`, zip: i % 99999 };
  }
}

class Order {
  constructor(customer, i) {
    this.customer = customer;
    this.lines = [
      { sku: i, count: 1 },
      { sku: i + 1, count: 2 },
    ];
    this.paid = i % 3 === 0;
    this.total = i * 1.5;
  }
}

const keep = { customers: [], byName: new Map(), tags: new Set(), handlers: [], list: null };
globalThis.keep = keep;

/** Makes objects of about so many MB of file. */
function grow(megabytes, deep) {
  const links = deep ? Math.min(DEEP, Math.round((megabytes / 4) * LINKS)) : 0;
  const units = Math.round((megabytes - links / LINKS) * UNITS);
  for (let i = 0; i < links; i++) keep.list = { next: keep.list, value: `item ${i}` };
  const first = keep.customers.length;
  for (let i = first; i < first + units; i++) {
    const customer = new Customer(i);
    const order = new Order(customer, i);
    customer.orders.push(order);
    keep.customers.push(customer);
    keep.byName.set(customer.name, order);
    keep.tags.add(`tag ${i}`);
    keep.handlers.push(() => customer.name + i);
  }
}

/** The later one of a pair differs as a leaking process does: much more, and a little less. */
function leak(megabytes) {
  for (const customer of keep.customers.splice(0, 500)) keep.byName.delete(customer.name);
  grow(megabytes, false);
}

function whole(file, write) {
  write(`${file}.part`);
  renameSync(`${file}.part`, file);
}

const [, , shape, what, file, later] = process.argv;
mkdirSync(dirname(file), { recursive: true });
const megabytes = shape === "unpack" ? 50 : Number(what);
const { bavail, bsize } = statfsSync(dirname(file));
const free = (bavail * bsize) / 1e6;
if (free < megabytes * 1.3 + 100) {
  console.error(`not enough room for a file of ${megabytes} MB in ${dirname(file)}: ${free.toFixed(0)} MB are free`);
  process.exit(1);
}
if (shape === "unpack") {
  whole(file, (path) => writeFileSync(path, gunzipSync(readFileSync(what))));
} else {
  grow(Math.max(0.1, megabytes - BASE), shape !== "flat");
  whole(file, writeHeapSnapshot);
  if (later) {
    leak(3);
    whole(later, writeHeapSnapshot);
  }
}
