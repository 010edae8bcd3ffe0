import { rollup } from "rollup";

export const about = { runs: ["node24"], packages: ["rollup"] };

export async function start() {
  return async (turn) => {
    const files = {
      main: `import { used } from "part"; export default used + ${turn}`,
      part: "export const used = 1, unused = 2",
    };
    const memory = { name: "memory", resolveId: (id) => id, load: (id) => files[id] };
    const bundle = await rollup({ input: "main", plugins: [memory] });
    await bundle.generate({ format: "iife", name: "app", sourcemap: true });
    await bundle.close();
  };
}
