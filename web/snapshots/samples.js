import { element } from "../ui/element.js";

/** Real files for those who have none yet, asked for when they are wanted. */
const SAMPLES = [
  {
    title: "Three snapshots of a program that leaks",
    files: ["basket-before.heapsnapshot.gz", "basket-after.heapsnapshot.gz", "basket-later.heapsnapshot.gz"],
  },
  { title: "A page with detached elements", files: ["chromium-dom.heapsnapshot.gz"] },
  { title: "A page's allocations over time", files: ["chromium-timeline.heaptimeline.gz"] },
  { title: "A sampling profile", files: ["node-sampling.heapprofile.gz"] },
];

/** @param {(files: File[]) => void} open @param {(error: unknown) => void} fail */
export function samples(open, fail) {
  return element(
    "ul",
    { class: "samples plain" },
    ...SAMPLES.map(({ title, files }) => {
      const button = element("button", { type: "button", class: "button quiet", onclick: () => void load() }, title);
      const load = async () => {
        button.disabled = true;
        try {
          open(await Promise.all(files.map(fetched)));
        } catch (error) {
          fail(error);
        }
        button.disabled = false;
      };
      return element("li", {}, button);
    }),
  );
}

/** @param {string} name */
async function fetched(name) {
  const answer = await fetch(new URL(`../sample/${name}`, import.meta.url)).catch((error) => error);
  if (!(answer instanceof Response && answer.ok)) {
    const why = answer instanceof Response ? `status ${answer.status}` : answer.message;
    throw Object.assign(new Error(), {
      code: "page.sample-missing",
      what: `The sample ${name} did not arrive: ${why}.`,
      advice: "Check the connection, or open a file of your own.",
    });
  }
  return new File([await answer.blob()], name);
}
