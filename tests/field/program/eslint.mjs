import { ESLint } from "eslint";

export const about = { runs: ["node22"], packages: ["eslint"] };

export async function start() {
  const rules = { "no-unused-vars": "error", "prefer-const": "error", eqeqeq: "warn", complexity: ["warn", 5] };
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [{ rules }], ignore: false });
  return async (turn) => {
    const body = Array.from({ length: 40 }, (_, at) => `let v${at} = ${at + turn};\nif (v${at} == 3) v${at}++;`).join(
      "\n",
    );
    const [{ messages }] = await eslint.lintText(`${body}\n`, { filePath: `file${turn % 5}.js` });
    if (!messages.length) throw new Error("eslint found nothing");
  };
}
