import ejs from "ejs";
import handlebars from "handlebars";

export const about = { runs: ["node20"], packages: ["handlebars", "ejs"] };

export async function start() {
  handlebars.registerPartial("cell", "<td>{{this}}</td>");
  const page = handlebars.compile("<table>{{#each rows}}<tr>{{#each this}}{{> cell}}{{/each}}</tr>{{/each}}</table>");
  return (turn) => {
    const rows = Array.from({ length: 30 }, (_, at) => [at, at * turn]);
    const html = page({ rows }) + ejs.render("<% for (const row of rows) { %><p><%= row[1] %></p><% } %>", { rows });
    if (!html.includes("<p>")) throw new Error(html);
  };
}
