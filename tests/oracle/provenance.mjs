// Where a fixture comes from, stored with its figures.
import { readFileSync } from "node:fs";

const { version } = JSON.parse(
  readFileSync(new URL("../node_modules/chrome-devtools-frontend/package.json", import.meta.url), "utf8"),
);

/** @param {string} script @param {object} [versions] of what wrote the file */
export const provenance = (script, versions = {}) => ({
  frontEnd: `chrome-devtools-frontend ${version}`,
  ...versions,
  script: `tests/oracle/${script}`,
  date: new Date().toISOString().slice(0, 10),
});
