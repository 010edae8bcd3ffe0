// Small structures that have rules of their own in DevTools; each adds itself to a growing graph.

export const SHAPES = [
  ["a", "b"],
  ["b", "a"],
  ["a", "b", "c"],
  ["a"],
  ["x,y", 'q"t'],
  ["{", "it's"],
  ["größe", "\u540d"],
  ["__proto__", "a"],
  ["__proto__"],
  ["k".repeat(70), "l".repeat(70), "m"],
  [],
  ["\ud83d", "a"],
  ["\ue000", "\ud83d\ude00"],
];
const TEXTS = ["same", "same", "other text", "", "true", "lone \ud800", 'tab\t"quoted"\\', "42"];

const plains = (g, d) => {
  const names = d.pick(SHAPES);
  for (let i = d.between(1, 4); i > 0; i--) plain(g, d, d.chance(0.15) ? d.pick(SHAPES) : names);
};

const plain = (g, { pick, chance, shuffle }, names) => {
  const object = g.add("object", "Object");
  for (const name of chance(0.2) ? shuffle(names) : names) g.edge(object, "property", name, g.any());
  if (chance(0.2)) g.edge(object, "internal", "elements", g.any());
  if (chance(0.2)) g.edge(object, "element", 0, g.any());
  if (chance(0.2)) g.edge(object, "property", pick(["z", "a", "__proto__"]), g.any());
};

const weakMap = (g, { chance, between, pick }) => {
  const table = g.add(pick(["array", "hidden", "object"]), "WeakMap");
  const key = chance(0.1) ? table : g.any();
  const value = chance(0.1) ? key : g.any();
  const id = chance(0.1) ? 777 : table.id;
  const label = chance(0.1) ? "line\nbreak" : key.name;
  const pair = ` / part of key (${label} @${key.id}) -> value (${value.name} @${value.id}) pair in WeakMap (table @${id})`;
  const type = chance(0.9) ? "internal" : "property";
  if (chance(0.9)) g.edge(table, type, `${between(1, 9)}${pair}`, value);
  if (chance(0.9)) g.edge(key, type, `${between(1, 9)}${chance(0.9) ? pair : `${pair} `}`, value);
  if (chance(0.1)) g.edge(g.any(), "internal", `${between(1, 9)}${pair}`, value);
};

const descriptors = (g, { below, pick }) => {
  const array = g.add("array", "(map descriptors)");
  for (let i = below(9); i >= 0; i--) {
    const type = pick(["internal", "element", "hidden", "property"]);
    g.edge(
      array,
      type,
      type === "element" || type === "hidden" ? i : pick([String(i), "enum_cache", `${i}x`]),
      g.any(),
    );
  }
};

const nativeContext = (g, { pick }) => {
  const context = g.add(
    pick(["hidden", "object", "native"]),
    pick(["system / NativeContext", "system / NativeContext / page"]),
  );
  g.edge(context, pick(["internal", "property", "weak"]), pick(["sloppy_function_map", "global"]), g.any());
  g.edge(g.any(), "internal", pick(["native_context", "map"]), context);
};

const external = (g, { pick, chance }) => {
  const text = g.add("string", pick(TEXTS));
  const data = g.add("native", "system / ExternalStringData");
  g.edge(text, "internal", "resource", data);
  if (chance(0.3)) g.edge(g.any(), "internal", "resource", data);
};

const owned = (g, { chance, below }) => {
  const array = g.add("object", "Array");
  const elements = g.add("array", "(object elements)");
  g.edge(array, "internal", "elements", elements);
  for (let i = below(3); i >= 0; i--) g.edge(elements, "element", i, g.any());
  if (chance(0.3)) g.edge(g.any(), "hidden", 3, elements);
};

// Parts come before the whole: DevTools never returns from a concatenation of itself.
const cons = (g, { pick, chance }) => {
  const part = chance(0.3) ? g.any() : g.add("string", pick(TEXTS));
  const node = g.add("concatenated string", "(concatenated string)");
  if (chance(0.9)) g.edge(node, "internal", "first", g.add("string", pick(TEXTS)));
  if (chance(0.9)) g.edge(node, "internal", "second", part);
};

const truncated = (g, d) => {
  for (let i = d.between(1, 3); i > 0; i--) cut(g, d);
};

const cut = (g, { chance, pick }) => {
  const value = (name, text) => {
    const number = g.add("number", name);
    g.edge(number, "internal", "value", g.add("string", text, 0));
    return number;
  };
  const text = g.add("string", "cut off");
  g.edge(text, "internal", "truncated", value("bool", chance(0.9) ? "true" : "false"));
  if (chance(0.9)) g.edge(text, "internal", "length", value("int", pick(["2000", "2000", "3000"])));
  if (chance(0.9)) g.edge(text, "internal", "hash", value("int", pick(["7", "7", "none"])));
};

const listener = (g, { chance }) => {
  const node = g.add("native", "V8EventListener");
  const handler = g.add(chance(0.5) ? "closure" : "object", "handler");
  g.edge(node, "element", 1, handler);
  const code = chance(0.5) ? handler : g.any();
  if (code !== handler) g.edge(handler, "property", "fn", code);
  g.edge(code, "internal", "code", g.any());
};

const handles = (g, { pick }) => {
  const node = g.add("synthetic", pick(["(Global handles)", "(Document DOM trees)", "(Stack roots)"]), 0);
  g.edge(g.root, pick(["element", "shortcut", "internal"]), 1, node);
  g.edge(node, pick(["internal", "property"]), pick(["3 / DevTools console", "4 / something"]), g.any());
};

const context = (g, { pick }) => {
  const node = g.add("object", pick(["system / Context", "system / Context / scope @7"]));
  g.edge(node, "context", pick(["held", "scope_info"]), g.any());
};

const circle = (g, { between }) => {
  const ring = Array.from({ length: between(1, 3) }, () => g.add("object", "Ring"));
  ring.forEach((node, i) => g.edge(node, "property", "next", ring[(i + 1) % ring.length]));
  g.edge(ring[0], "property", "out", g.any());
};

export const PARTS = [
  plains,
  plains,
  plains,
  weakMap,
  weakMap,
  descriptors,
  nativeContext,
  external,
  owned,
  owned,
  cons,
  truncated,
  listener,
  handles,
  context,
  circle,
];
