// One of everything a heap of Node's can hold; the maker calls it with the file to write.
import { EventEmitter } from "node:events";
import { writeHeapSnapshot } from "node:v8";
import { AsyncLocalStorage } from "node:async_hooks";
import { WASM } from "./wasm.mjs";

class Shape {
  constructor(sides) {
    this.sides = sides;
  }
}
class Circle extends Shape {
  #radius = 2;
  static unit = new Circle(0);
  get radius() {
    return this.#radius;
  }
}
const Twin = {
  here: class Twin {
    a = 1;
  },
  there: class Twin {
    b = [2];
  },
};

function counters() {
  const shared = { big: new Array(500).fill("kept by both"), count: 0 };
  const unused = new Array(300).fill(0);
  return { up: () => ++shared.count, down: () => --shared.count, peek: () => eval("unused.length") };
}

const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));

const plain = [
  ...times(60, (i) => ({ a: i, b: `b${i}` })),
  ...times(30, (i) => ({ b: i, a: null })),
  ...times(25, (i) => ({ a: i, b: i, c: { deep: i } })),
  ...times(12, (i) => ({ "x,y": i, 'quo"te': i, "it's": i, "{brace}": i })),
  ...times(9, (i) => ({ größe: i, 名前: i, "😀": i, "\ud83d": i })),
  ...times(7, (i) => Object.fromEntries(times(40, (k) => [`property_number_${k}`, i]))),
  ...times(5, (i) => ({ ["long".repeat(50)]: i, after: i })),
  ...times(4, (i) => ({ __proto__: null, only: i })),
  ...times(3, (i) => ({ ["__proto__"]: i, own: i })),
  ...times(3, () => ({})),
  { solitary: true },
  { 0: "element", 1: "element", named: 1 },
  Object.freeze({ frozen: 1, a: 1, b: 1 }),
];

const text = Buffer.alloc(3000, "sliced ").toString();
const strings = {
  cons: times(6, (i) => `first part ${i} `.repeat(3) + `second part ${i} `.repeat(2)),
  deepCons: times(200, (i) => `${i};`.repeat(8)).reduce((all, part) => all + part),
  sliced: times(5, (i) => text.slice(i * 20, i * 20 + 60)),
  external: Buffer.alloc(1_100_000, "outside ").toString("latin1"),
  wide: times(4, (i) => `ширина 寬 ${i}`.repeat(4)),
  lone: ["\ud800 high", "low \udc00", "\udfff\ud800"],
  control: 'tab\t new\nline \u2028 \0 zero "quoted" \\ back',
  same: times(20, () => ["du", "pli", "cate"].join("") + " text of some length"),
  sameLong: times(3, (i) => "L".repeat(2000) + (i ? "end" : "END")),
  number: times(10, (i) => String(i * 1.5)),
};

const weak = { map: new WeakMap(), set: new WeakSet(), refs: [], keys: times(20, (i) => ({ key: i })) };
weak.keys.forEach((key, i) => {
  weak.map.set(key, i % 2 ? { value: i, back: key } : new Shape(i));
  weak.set.add(key);
  weak.refs.push(new WeakRef(key), new WeakRef({ dead: i }));
});
weak.map.set(weak, weak.map);
weak.registry = new FinalizationRegistry(() => {});
weak.keys.forEach((key, i) => weak.registry.register(key, { held: i }, key));

class Bus extends EventEmitter {}
const bus = new Bus();
bus.setMaxListeners(20);
for (let i = 0; i < 12; i++)
  bus.on("tick", function listener() {
    return plain[i];
  });

function* generator() {
  const local = new Shape(9);
  yield local;
  yield local;
}
const running = generator();
running.next();
async function waiting() {
  const held = new Circle(1);
  await new Promise(() => {});
  return held;
}

const { instance } = await WebAssembly.instantiate(WASM);
for (let i = 0; i < 4; i++) instance.exports.slots.set(i, new Shape(i));

const loop = { name: "loop" };
loop.self = loop;
const storage = new AsyncLocalStorage();

globalThis.app = {
  Shape,
  Circle,
  Twin,
  plain,
  strings,
  weak,
  bus,
  running,
  instance,
  loop,
  storage,
  counters: times(5, counters),
  shapes: times(40, (i) => (i % 3 ? new Shape(i) : new Circle(i))),
  twins: times(8, (i) => (i % 2 ? new Twin.here() : new Twin.there())),
  maps: times(4, (i) => new Map(times(30, (k) => [`key ${k}`, { map: i, k }]))),
  sets: times(4, (i) => new Set(times(30, (k) => `member ${i}.${k}`))),
  arrays: {
    sparse: Object.assign([], { 5000: 1 }),
    holes: [, 1, , 2],
    doubles: times(50, (i) => i / 3),
    nested: times(5, (i) => [[i]]),
  },
  bytes: [
    new Uint8Array(4096),
    new Float64Array(16),
    Buffer.from("pooled"),
    Buffer.alloc(9000),
    new SharedArrayBuffer(64),
    new DataView(new ArrayBuffer(32)),
    new ArrayBuffer(8, { maxByteLength: 64 }),
  ],
  symbols: { [Symbol("own")]: Symbol.for("registered"), [Symbol.iterator]: null },
  bigints: [10n ** 40n, -(2n ** 64n), 0n],
  regexps: [/a+b/gi, new RegExp("(?<year>\\d{4})", "u")],
  errors: [
    new Error("message"),
    new RangeError("range", { cause: new TypeError("inner") }),
    new AggregateError([new Error("one")]),
  ],
  numbers: [1.5, -0, NaN, 2 ** 40],
  dates: [new Date(0)],
  proxies: [new Proxy({ target: 1 }, {})],
  bound: times(3, (i) => function original() {}.bind({ bound: i }, i)),
  promises: [waiting(), Promise.resolve({ settled: 1 }), Promise.reject(new Error("late"))],
  accessors: Object.defineProperty({}, "lazy", { get: () => plain, enumerable: true, configurable: true }),
};
globalThis.app.promises[2].catch(() => {});
setInterval(() => globalThis.app.shapes.length, 1e6);
setTimeout(function timer() {
  return weak;
}, 1e6);

await new Promise((resolve) => setImmediate(resolve));
writeHeapSnapshot(process.argv[2]);
process.exit();
