// The runner of `cargo test --target wasm32-wasip1`: a module has one thread, so the tests are dealt out to several instances.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const INSTANCE = fileURLToPath(new URL("instance.mjs", import.meta.url));
const [file, ...rest] = process.argv.slice(2);
const options = rest.filter((word) => word.startsWith("-"));

/** What an instance prints, and how it ends. */
function run(...words) {
  const child = spawn(process.execPath, ["--no-warnings", INSTANCE, file, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = [];
  for (const pipe of [child.stdout, child.stderr]) pipe.on("data", (bytes) => printed.push(bytes));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, text: Buffer.concat(printed).toString() }));
  });
}

const list = await run(...rest, "--list", "--format", "terse");
const names = [...list.text.matchAll(/^(.+): test$/gm)].map(([, name]) => name);
const isFiltered = options.length < rest.length;
if (list.code !== 0 || (names.length === 0 && !isFiltered)) {
  console.error(`no tests in ${file}: ${list.text}`);
  process.exit(1);
}
const hands = Array.from({ length: Math.min(availableParallelism(), names.length) }, () => []);
names.forEach((name, at) => hands[at % hands.length].push(name));
const ended = await Promise.all(hands.map((hand) => run(...options, "--exact", ...hand)));
for (const { text } of ended) process.stdout.write(text);
process.exitCode = Math.max(0, ...ended.map(({ code }) => code));
