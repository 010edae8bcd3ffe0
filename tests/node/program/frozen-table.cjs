// Leaks nothing: a table that is made once and only looked up in.
const { take } = require("./snapshot.cjs");

const statuses = Object.freeze(
  Object.fromEntries(
    Array.from({ length: 2_500 }, (_, code) => [`vendor/type-${code}`, { code, names: [`n${code}`], compressible: true }]),
  ),
);
globalThis.mediaTypes = statuses;

let found = 0;
for (const name of ["a", "b", "c"]) {
  for (let at = 0; at < 500; at++) found += globalThis.mediaTypes[`vendor/type-${at}`].code;
  take(name);
}
process.stdout.write(`${found}`);
