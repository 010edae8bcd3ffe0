import { JSDOM } from "jsdom";

export const about = {
  runs: ["node24"],
  packages: ["jsdom"],
  leaks: "a page with an interval is read and its window never closed: the timer keeps the whole window",
  cure: "window.close()",
  culprit: /poll\(\)|timers? of .*(poll|task)\(\)/,
  names: /poll\(\)|timer of|interval/i,
  leaked: "Document",
};

export async function start(leaky) {
  return (turn) => {
    const html = `<h1>${turn}</h1>${"<p>text</p>".repeat(50)}<script>function poll() { document.title += "." } setInterval(poll, 60000)</script>`;
    const { window } = new JSDOM(html, { runScripts: "dangerously" });
    if (window.document.querySelectorAll("p").length !== 50) throw new Error("paragraphs are missing");
    if (!leaky) window.close();
  };
}
