import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { fetchText } from "../drive/http.mjs";

export const about = {
  runs: ["node20"],
  packages: ["@apollo/server", "graphql"],
};

const typeDefs = `type Book { id: ID! title: String author: Author } type Author { name: String books: [Book!] }
type Query { book(id: ID!): Book books: [Book!] }`;

export async function start() {
  const author = { name: "Somebody" };
  const books = Array.from({ length: 50 }, (_, id) => ({ id, title: `Book ${id}`, author }));
  author.books = books;
  const resolvers = { Query: { book: (_parent, { id }) => books[id], books: () => books } };
  const server = new ApolloServer({ typeDefs, resolvers });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
  const port = Number(new URL(url).port);
  const query = "query Book($id: ID!) { book(id: $id) { title author { name books { id } } } }";
  return (turn) => fetchText(port, "/", { query, variables: { id: turn % 50 } });
}
