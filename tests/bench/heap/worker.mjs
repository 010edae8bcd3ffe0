// One contender opens one file in this worker of the browser. It says when it is ready, then what it found.

/** Each gets ready and gives what is timed. */
const contenders = {
  nothing: async () => async () => ({}),
  async wasm() {
    const [{ Inspector }, { default: init }] = await Promise.all([
      import("../../inspect/inspector.js"),
      import("../../wasm/inspect.js"),
    ]);
    const inspector = await Inspector.load();
    const { memory } = await init(); // the same module, loaded already
    return async (file) => {
      const { overview } = await inspector.open(file, { name: file.name });
      const { nodes, total, rows } = overview;
      return { nodes, total, rows, memory: memory.buffer.byteLength };
    };
  },
  one: devtools,
  two: devtools,
};

async function devtools() {
  const { openInDevTools } = await import("./devtools.mjs");
  return (file, port) => openInDevTools(textOf(file), port);
}

async function* textOf(file) {
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    yield decoder.decode(value, { stream: true });
  }
  yield decoder.decode();
}

const open = await contenders[self.name]();
self.onmessage = async ({ data: { file, port } }) => {
  try {
    const begun = performance.now();
    const figures = await open(file, port);
    self.postMessage({ seconds: (performance.now() - begun) / 1e3, ...figures });
  } catch (error) {
    self.postMessage({ error: error.problem ? JSON.stringify(error.problem) : String(error) });
  }
};
self.postMessage("ready");
