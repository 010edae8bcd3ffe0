import { once } from "node:events";
import jsonServer from "json-server";
import { fetchText } from "../drive/http.mjs";

export const about = { runs: ["node20"], packages: ["json-server"] };

export async function start() {
  const posts = Array.from({ length: 60 }, (_, id) => ({ id, title: `Post ${id}`, views: id * 3 }));
  const app = jsonServer.create();
  app.use(jsonServer.defaults({ logger: false }));
  app.use(jsonServer.router({ posts, comments: [{ id: 1, postId: 1, body: "well" }] }));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  return async (turn) => {
    await fetchText(server.address().port, `/posts/${turn % 60}`);
    await fetchText(server.address().port, `/posts?_sort=views&_limit=10&_page=${turn % 6}`);
  };
}
