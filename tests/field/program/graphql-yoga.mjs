import { once } from "node:events";
import { createServer } from "node:http";
import { createSchema, createYoga } from "graphql-yoga";
import { fetchText } from "../drive/http.mjs";

export const about = {
  runs: ["node26"],
  packages: ["graphql-yoga"],
};

export async function start() {
  const people = Array.from({ length: 30 }, (_, id) => ({ id, name: `Person ${id}` }));
  const typeDefs = "type Person { id: Int name: String } type Query { people(from: Int): [Person!] }";
  const resolvers = { Query: { people: (_parent, { from }) => people.slice(from) } };
  const server = createServer(createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const query = "query People($from: Int) { people(from: $from) { id name } }";
  return (turn) => fetchText(server.address().port, "/graphql", { query, variables: { from: turn % 30 } });
}
