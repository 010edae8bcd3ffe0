// (module (table (export "slots") 8 externref) (memory (export "memory") 1)
//         (func (export "answer") (result i32) (i32.const 42)))
const text = (name) => [name.length, ...[...name].map((c) => c.charCodeAt(0))];
const section = (id, bytes) => [id, bytes.length, ...bytes];

export const WASM = new Uint8Array([
  0,
  0x61,
  0x73,
  0x6d,
  1,
  0,
  0,
  0,
  ...section(1, [1, 0x60, 0, 1, 0x7f]),
  ...section(3, [1, 0]),
  ...section(4, [1, 0x6f, 0, 8]),
  ...section(5, [1, 0, 1]),
  ...section(7, [3, ...text("slots"), 1, 0, ...text("memory"), 2, 0, ...text("answer"), 0, 0]),
  ...section(10, [1, 4, 0, 0x41, 42, 0x0b]),
]);
