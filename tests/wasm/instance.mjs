// Runs a program that Rust compiled for WASI, with its arguments behind it.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { WASI } from "node:wasi";

const [file, ...rest] = process.argv.slice(2);
// Fixtures are read, and proptest keeps what failed; nothing else of the machine is seen.
const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(PROPTEST|RUST)_/.test(name)));
const wasi = new WASI({ version: "preview1", args: [file, ...rest], env, preopens: { [root]: root } });
// Called through a function of JavaScript: V8's direct calls into Node 20 crash once the memory has grown.
const calls = Object.entries(wasi.wasiImport).map(([name, call]) => [name, (...given) => call(...given)]);
const module = await WebAssembly.compile(await readFile(file));
const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: Object.fromEntries(calls) });
process.exitCode = wasi.start(instance);
