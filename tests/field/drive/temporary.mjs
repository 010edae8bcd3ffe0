import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";

/** A folder below the packages, so that what is in it finds them; gone when the program ends. @param {string} name */
export async function temporary(name) {
  const folder = await mkdtemp(join(process.cwd(), `${name}-`));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
