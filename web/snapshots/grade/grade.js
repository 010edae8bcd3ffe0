import { noticeOf } from "../../ui/notice.js";
import { Catalogue } from "../../lab/experiment/catalogue.js";
import { element } from "../../ui/element.js";
import { bytes, count } from "../../ui/figure.js";
import { legible } from "../../ui/legible.js";
import { graded, letGoIn, ours } from "./pairs.js";
import { claimLine } from "./claim-line.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { BesideAnswer, RunAnswer } from "../../wasm/inspect.js" */
/** @import { Pane } from "../pane.js" */
/** @import { State } from "../state.js" */
/** @import { Graded } from "./pairs.js" */

/**
 * Snapshots of this very page: whether they show what its scenarios claim.
 * @param {State} state @param {OpenFile} _file @param {HTMLElement} place @param {Pane} pane
 */
export async function show(state, _file, place, pane) {
  const files = ours(state);
  const pairs = await graded(files);
  const catalogue = await Catalogue.open();
  const judged = await Promise.all(pairs.flatMap((pair) => pair.runs.map((run) => judge(run, pair, catalogue, pane))));
  place.replaceChildren(...(judged.length > 0 ? judged : [alone(files.length)]));
}

/** @param {number} files */
function alone(files) {
  const words =
    files === 1
      ? "This snapshot was taken of this page. Take another one after a scenario has made some units, and drop it here as well: then both are graded."
      : "These snapshots were taken of this page, but no scenario made units between two of them. Take one, make 1,000, take the next.";
  return element("p", {}, words, " ", element("a", { href: "#lab" }, "To the Lab"));
}

/** @param {RunAnswer} run @param {Graded} pair @param {Catalogue} catalogue @param {Pane} pane */
async function judge(run, pair, catalogue, pane) {
  const { slug, variant, since = 0 } = run;
  const line = catalogue.scenarios.find((one) => one.slug === slug);
  const title = element(
    "h3",
    {},
    legible(line?.title ?? slug, 100),
    element(
      "span",
      { class: "soft" },
      ` ${variant}, ${count(since)} made between ${legible(pair.before.name, 60)} and ${legible(pair.file.name, 60)}`,
    ),
  );
  if (!line)
    return element(
      "section",
      { class: "graded" },
      title,
      element("p", {}, "This page does not know the scenario: another version of it made the snapshot."),
    );
  try {
    return element("section", { class: "graded" }, title, ...(await answers(run, pair, catalogue, pane)));
  } catch (error) {
    const { code, message, advice } = noticeOf(error);
    return element(
      "section",
      { class: "graded" },
      title,
      element("p", { class: "warning" }, `${message} ${advice} `, element("code", { class: "soft" }, code)),
    );
  }
}

/** @param {RunAnswer} run @param {Graded} pair @param {Catalogue} catalogue @param {Pane} pane */
async function answers(run, pair, catalogue, pane) {
  const { slug, variant } = run;
  const { before, file } = pair;
  const after = letGoIn(pair, run);
  const [line, card] = [catalogue.line(slug), await catalogue.card(slug)];
  const later = /** @type {OpenFile} */ (file.opened);
  const { claims, beside } = await later.ask("grade", {
    before: /** @type {OpenFile} */ (before.opened).file,
    ...(after?.opened ? { after: after.opened.file } : {}),
    ran: {
      slug,
      variant,
      claims: card[variant]?.claims ?? [],
      leak: line.kind === "leak" && line.letGo !== "never",
    },
  });
  const told = claims.filter(({ verdict }) => verdict === "found" || verdict === "missed");
  const right = told.filter(({ verdict }) => verdict === "found").length;
  return [
    element("p", { class: "verdict" }, verdict(right, told.length)),
    element("ul", { class: "claims plain" }, ...claims.map((claim) => claimLine(claim, pane, later))),
    ...(after
      ? []
      : [
          element(
            "p",
            { class: "soft" },
            "Press Let go in the Lab, take a third snapshot and drop it here: then it is graded that nothing is left.",
          ),
        ]),
    ...(beside.length > 0 ? [besides(beside)] : []),
  ];
}

/** @param {number} right @param {number} all */
function verdict(right, all) {
  if (all === 0) return "No claim of this scenario can be settled by snapshots alone.";
  return right === all ? `All of it is there: ${right} of ${all}.` : `${right} of ${all} are there.`;
}

/** @param {BesideAnswer[]} rows */
function besides(rows) {
  return element(
    "details",
    {},
    element("summary", {}, "What else moved, and why"),
    element(
      "ul",
      {},
      ...rows.map(({ shown, countDelta, sizeDelta, why, alike }) =>
        element(
          "li",
          {},
          element("code", {}, legible(shown, 120)),
          ` ${countDelta > 0 ? "+" : ""}${count(countDelta)}, ${sizeDelta < 0 ? "−" : "+"}${bytes(Math.abs(sizeDelta))}`,
          ...(alike > 0 ? [` and ${count(alike)} like it`] : []),
          element("span", { class: "soft" }, why ? `: ${why}` : ": may be of the scenario, look at it"),
        ),
      ),
    ),
  );
}
