// What bindings of Rust leave in a heap: structs never freed, slots of an externref table, memory.
import { WASM } from "./wasm.mjs";

const { instance } = await WebAssembly.instantiate(WASM);
const { slots, memory } = instance.exports;
memory.grow(3);

const registry = new FinalizationRegistry((pointer) => (globalThis.freed ??= []).push(pointer));
let next = 1048576;

class Record {
  static make() {
    const made = Object.create(Record.prototype);
    made.__wbg_ptr = next += 32;
    registry.register(made, made.__wbg_ptr, made);
    return made;
  }
  free() {
    const pointer = this.__wbg_ptr;
    this.__wbg_ptr = 0;
    registry.unregister(this);
    return pointer;
  }
}

class Held {
  constructor(i) {
    this.data = new Array(100).fill(i);
  }
}

globalThis.app = {
  instance,
  slots,
  memory,
  leaked: Array.from({ length: 40 }, () => Record.make()),
  freed: Array.from({ length: 10 }, () => Record.make()),
  views: [new Uint8Array(memory.buffer, 0, 64), new Float32Array(memory.buffer, 64, 16)],
  closures: Array.from({ length: 6 }, (_, i) => {
    const state = { a: (next += 8), b: i, cnt: 1 };
    return (...args) => {
      state.cnt++;
      return args.length + state.a;
    };
  }),
};
for (const record of app.freed) record.free();
slots.grow(24);
for (let i = 0; i < slots.length; i += 2) slots.set(i, i % 4 ? new Held(i) : document.createElement("i"));
globalThis.second = new WebAssembly.Instance(await WebAssembly.compile(WASM));
second.exports.slots.set(0, { only: "the second instance" });
