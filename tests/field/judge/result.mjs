// What was seen, as Markdown. The order is that of names: the same run writes the same text.
import { reached } from "./bars.mjs";

const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (cells) => `| ${cells.map(cell).join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
const place = (rank, of) => (rank ? `${rank} of ${of}` : `no (${of})`);
const share = (least) => `${Math.round(least * 100)} %`;

/** @param {any} phase */
const seen = ({ one, three, red }) => `${one} / ${three}${red.length ? ` / **${red.join(", ")}**` : " / green"}`;

/** @param {any[]} programs */
export const programTable = (programs) =>
  table(
    [
      "program",
      "runtime",
      "MB",
      "idle: lines of one file / growing lines of three / --fail",
      "work: the same",
      "declared right",
    ],
    programs.map(({ name, packages, runtime, mb, idle, work, declared }) => [
      `${name} (${packages})`,
      runtime,
      mb,
      seen(idle),
      seen(work),
      declared.map(({ text, why }) => `\`${text}\`: ${why}`).join("; ") || "-",
    ]),
  );

/** @param {any[]} leaks */
export const leakTable = (leaks) =>
  table(
    [
      "leak",
      "runtime",
      "what leaks",
      "MB",
      "place, one file",
      "place, three files",
      "growing lines",
      "owner and variable within steps",
      "what to cut is right",
      "healthy twin: lines of one file / growing lines of three",
    ],
    leaks.map((leak) => [
      `${leak.name} (${leak.packages})`,
      leak.runtime,
      leak.leaks,
      leak.mb,
      place(leak.one, leak.oneOf),
      place(leak.three, leak.threeOf),
      leak.threeOf,
      leak.steps || "no",
      leak.cut,
      `${leak.healthy.one} / ${leak.healthy.three}`,
    ]),
  );

/** @param {any[]} leaks */
export const barTable = (leaks) =>
  table(
    ["bar", "needed", "reached"],
    reached(leaks).map(({ what, least, count, of }) => [what, share(least), `${count} of ${of}`]),
  );

/**
 * @param {{date: string, versions: string[], programs: any[], leaks: any[], absent: {name: string, why: string}[], faults: string[], failed: string[]}} seen
 */
export const result = ({ date, versions, programs, leaks, absent, faults, failed }) =>
  `${[
    "# Programs and leaks of the field",
    "Written by `cargo xtask field`; what the columns mean is in the README beside this file.",
    [date, ...versions].join(", "),
    "## Programs without a leak",
    programTable(programs),
    "## Leaks",
    barTable(leaks),
    leakTable(leaks),
    ...section(
      "Not to be had",
      absent.map(({ name, why }) => `${name}: ${why}`),
    ),
    ...section("Did not run", failed),
    ...section("Wrong", faults),
  ].join("\n\n")}\n`;

/** @param {string} title @param {string[]} items */
const section = (title, items) => (items.length ? [`## ${title}`, items.map((item) => `- ${item}`).join("\n")] : []);
