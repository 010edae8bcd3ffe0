import { createRequire } from "node:module";
import { DataSource, EntitySchema } from "typeorm";

export const about = { runs: ["node22"], packages: ["typeorm", "sql.js"] };

export async function start() {
  const driver = await createRequire(import.meta.url)("sql.js")();
  const Note = new EntitySchema({
    name: "note",
    columns: { id: { type: Number, primary: true, generated: true }, text: { type: String }, turn: { type: Number } },
  });
  const source = new DataSource({ type: "sqljs", driver, entities: [Note], synchronize: true });
  await source.initialize();
  const notes = source.getRepository(Note);
  return async (turn) => {
    await notes.save(Array.from({ length: 10 }, (_, at) => ({ text: `Note ${at}`, turn })));
    const found = await notes.find({ where: { turn }, order: { text: "ASC" } });
    if (found.length !== 10) throw new Error("notes are missing");
    await notes.remove(found);
  };
}
