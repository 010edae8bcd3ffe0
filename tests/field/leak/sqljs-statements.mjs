import initSqlJs from "sql.js";

export const about = {
  runs: ["node22"],
  packages: ["sql.js"],
  leaks: "prepare() for each request without free(): the database keeps every statement, here and in linear memory",
  cure: "statement.free()",
  culprit: /\b(db|shelf|statements)\b/,
  names: /db of Shelf/,
};

class Shelf {
  constructor(db) {
    this.db = db;
    db.run("create table book (id integer, title text)");
    for (let id = 0; id < 50; id++) db.run("insert into book values (?, ?)", [id, `Book ${id}`]);
  }
}

export async function start(leaky) {
  const { Database } = await initSqlJs();
  const shelf = new Shelf(new Database());
  Object.assign(globalThis.service, { shelf });
  return (turn) => {
    for (let at = 0; at < 4; at++) {
      const statement = shelf.db.prepare(`select title from book where id > ? limit ${(turn % 7) + 1}`);
      statement.bind([at]);
      while (statement.step()) statement.getAsObject();
      if (!leaky) statement.free();
    }
  };
}
