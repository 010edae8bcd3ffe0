import {
  DEFAULT_MEGABYTES,
  DEFAULT_TICK,
  LONGEST_PERIOD,
  LONGEST_TICK,
  MOST_MEGABYTES,
  MOST_UNITS,
  SHORTEST_PERIOD,
  SHORTEST_TICK,
  SPANS,
} from "../generated/lab.js";
import { count } from "../ui/figure.js";

/** @import { Index, Line } from "../generated/catalogue.js" */
/** @import { Sheet } from "../shell/room.js" */

/** The options sheet of the Lab: every switch with what it does, one line each. @param {Index} index @returns {Sheet[]} */
export function sheets(index) {
  return [
    {
      title: "Demonstrate: in the address without the dashes, or in the command line",
      rows: index.scenarios.map(demonstrate),
    },
    { title: "Show", rows: SHOW },
  ];
}

/** @param {Line} line */
function demonstrate({ slug, summary, period }) {
  return { word: `--${slug}`, line: summary, note: period === 0 ? "once" : `every ${count(period)} ms` };
}

const spans = SPANS.map(([word]) => word).join("|");

const SHOW = [
  { word: "--chart", line: "chart memory over time (--no-chart hides it)", note: `every ${DEFAULT_TICK} ms` },
  { word: "--log", line: "print memory figures to the console and below the chart", note: "every 2,000 ms" },
  {
    word: "--witnesses",
    line: "show how many units were made, and how many are still alive",
    note: "after each collection",
  },
  { word: "--guide=<scenario>", line: "open the snapshot guide at a scenario (--no-guide hides it)" },
  { word: `--span=${spans}`, line: "how much of the run the chart shows" },
  {
    word: "--every=<ms>",
    line: `read the meters every ${SHORTEST_TICK} to ${count(LONGEST_TICK)} ms`,
    note: `default ${DEFAULT_TICK}`,
  },
  {
    word: "--budget=<MB>",
    line: `stop all runs at so much growth: up to ${count(MOST_MEGABYTES)} here, up to ${DEFAULT_MEGABYTES} in an address`,
    note: `default ${DEFAULT_MEGABYTES}`,
  },
  {
    word: "--<scenario>=fixed,<n>ms,x<n>",
    line: `run the fixed variant, another period (${SHORTEST_PERIOD} to ${count(LONGEST_PERIOD)} ms) or more units a tick (up to ${count(MOST_UNITS)})`,
  },
  { word: "--heap-dump", line: "a page cannot write a snapshot of itself: save one from the Memory tab" },
  { word: "-h, --help", line: "show these options" },
];
