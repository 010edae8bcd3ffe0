// Three snapshots of one process, with growth, shrinkage and change between them.
import { writeHeapSnapshot } from "node:v8";

class Session {
  constructor(id) {
    this.id = id;
    this.log = [`opened ${id}`];
  }
}
class Draft {
  constructor(text) {
    this.text = text;
  }
}
class Page {
  constructor(n) {
    this.rows = new Array(n).fill(null);
  }
}
const Local = () =>
  class Local {
    x = { local: 1 };
  };
const One = Local(),
  Two = Local();

const app = (globalThis.app = {
  list: [],
  map: new Map(),
  set: new Set(),
  record: {},
  drafts: [],
  sessions: [],
  pages: [new Page(10), new Page(20)],
  locals: [],
  cache: new WeakMap(),
  text: "",
  shapes: [],
});

function grow(from, to) {
  for (let i = from; i < to; i++) {
    app.list.push({ index: i, label: `item ${i}` });
    app.map.set(`key ${i}`, new Session(i));
    app.set.add(`member ${i}`);
    app.record[`field_${i}`] = [i, i / 3];
    app.sessions.push(new Session(-i));
    app.cache.set(app.sessions.at(-1), { cached: i, of: app.sessions.at(-1) });
    app.locals.push(i % 2 ? new One() : new Two());
  }
  app.text += `grown from ${from} to ${to}; `.repeat(3);
}

grow(0, 100);
for (let i = 0; i < 50; i++) app.drafts.push(new Draft(`draft ${i}`));
for (let i = 0; i < 4; i++) app.shapes.push({ first: i, second: i });
writeHeapSnapshot(process.argv[2]);

grow(100, 160);
app.drafts.length = 0;
app.pages[0].rows.length = 4000;
app.pages[0].rows.fill(1.5);
app.pages[1].rows = [];
for (let i = 0; i < 90; i++) app.shapes.push({ first: i, second: i, third: {} });
writeHeapSnapshot(process.argv[3]);

app.sessions.splice(0, 80);
app.map.clear();
for (const shape of app.shapes) delete shape.third;
app.set = new Set([...app.set].slice(0, 10));
grow(160, 170);
writeHeapSnapshot(process.argv[4]);
