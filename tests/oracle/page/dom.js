// A page with DOM of every fate: attached, detached, observed, listened to, held by the console.
const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

class Widget {
  constructor(i) {
    this.root = element(
      "section",
      { id: `widget-${i}`, class: "widget big" },
      element("b", {}, `widget ${i}`),
      " text",
    );
    this.root.addEventListener("click", () => this.clicked(i));
    this.root.addEventListener("keydown", this);
    this.state = { visible: true, index: i };
  }
  clicked(i) {
    this.last = i;
  }
  handleEvent(event) {
    this.last = event.type;
  }
}

const app = (globalThis.app = {
  attached: times(10, (i) => new Widget(i)),
  detached: times(15, (i) => new Widget(100 + i)),
  lists: times(3, (i) =>
    element("ul", { id: `list-${i}` }, ...times(20, (k) => element("li", { title: `${k}` }, `item ${k}`))),
  ),
  removed: [],
  cache: new WeakMap(),
  frames: [],
  observers: [],
  timers: [],
  others: [],
});

document.body.append(...app.attached.map((widget) => widget.root), ...app.lists);
for (const list of app.lists) app.removed.push(list.children[7]);
for (const item of app.removed) item.remove();
app.lists.pop().remove();
for (const widget of [...app.attached, ...app.detached])
  app.cache.set(widget.root, { of: widget.state, data: new Array(50).fill(0) });

for (const Observer of [MutationObserver, ResizeObserver, IntersectionObserver]) {
  const seen = [];
  const observer = new Observer((records) => seen.push(...records));
  observer.observe(
    app.attached[0].root,
    Observer === MutationObserver ? { childList: true, subtree: true } : undefined,
  );
  observer.observe(app.detached[0].root, Observer === MutationObserver ? { attributes: true } : undefined);
  app.observers.push({ observer, seen });
}

const frame = element("iframe");
document.body.append(frame);
frame.contentWindow.kept = { fromFrame: new frame.contentWindow.Array(100).fill("frame") };
app.frames.push({ frame, view: frame.contentWindow, array: frame.contentWindow.kept.fromFrame });
frame.remove();
const living = element("iframe", { name: "living" });
document.body.append(living);
living.contentWindow.eval("class InFrame { x = 1; } globalThis.list = Array.from({length: 5}, () => new InFrame())");
app.frames.push({ frame: living });

function poll() {
  const payload = new Array(400).fill("polled");
  const unused = { never: "used" };
  app.timers.push(
    setInterval(() => payload.length, 1e6),
    setTimeout(() => app, 1e6),
  );
  return () => unused;
}
poll();
window.addEventListener("resize", function onResize() {
  return app.detached;
});
document.addEventListener("scroll", {
  handleEvent() {
    return app.lists;
  },
});
app.attached[1].root.onclick = () => app.cache;

const shadow = element("div", { id: "host" });
shadow.attachShadow({ mode: "closed" }).append(element("slot"), element("style", {}, "b { color: red }"));
document.body.append(shadow);

app.others.push(
  new AbortController(),
  new Blob(["blob of some text"]),
  new URL("https://app.example/path?q=1"),
  new Range(),
  new Image(4, 4),
  document.createElement("canvas").getContext("2d"),
  new MessageChannel(),
  new TextDecoder(),
  document.createRange(),
  document.createDocumentFragment(),
  document.querySelectorAll("li"),
  new Event("custom"),
  new DOMParser().parseFromString("<p id=x>parsed</p>", "text/html"),
  ...times(40, (i) => ({ kind: "record", number: i })),
  ...times(5, (i) => new Uint8Array(100 * i)),
  new WeakRef({ gone: 1 }),
);

console.log({ onlyTheConsole: new Array(300).fill("knows me"), widget: new Widget(999) });
console.log(element("div", { id: "logged", class: "detached" }));

globalThis.change = () => {
  for (const widget of app.attached.splice(0, 4)) widget.root.remove();
  app.detached.length = 0;
  app.others.push(...times(30, (i) => ({ kind: "later", number: i * 1.5, text: "long ".repeat(400) + (i >> 1) })));
};
