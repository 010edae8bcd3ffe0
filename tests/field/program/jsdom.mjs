import { JSDOM } from "jsdom";

export const about = { runs: ["node24"], packages: ["jsdom"] };

export async function start() {
  return async (turn) => {
    const html = `<ul>${"<li class=item>one</li>".repeat(40)}</ul><script>setInterval(() => document.title += 'x', 1000)</script>`;
    const { window } = new JSDOM(html, { runScripts: "dangerously", url: `http://page.example/${turn}` });
    if (window.document.querySelectorAll("li.item").length !== 40) throw new Error("items are missing");
    window.close();
  };
}
