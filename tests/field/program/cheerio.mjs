import { load } from "cheerio";

export const about = { runs: ["node20"], packages: ["cheerio"] };

export async function start() {
  return (turn) => {
    const $ = load(
      `<table>${Array.from({ length: 80 }, (_, at) => `<tr><td>${at}<td class=sum>${at * turn}`).join("")}</table>`,
    );
    const sums = $("td.sum:nth-child(2)")
      .map((_, cell) => Number($(cell).text()))
      .get();
    if (sums.length !== 80) throw new Error("rows are missing");
    return $("tr:odd, tr:first").addClass("striped").length;
  };
}
