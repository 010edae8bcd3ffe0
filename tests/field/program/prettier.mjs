import { format } from "prettier";

export const about = { runs: ["node24"], packages: ["prettier"] };

export async function start() {
  return async (turn) => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `const a${at}={b:${turn},c:[1,2,${at}],d(){return this.b+${at}}}`,
    );
    await format(rows.join("\n"), { parser: "babel" });
    await format(`# Title ${turn}\n* one\n* two\n`, { parser: "markdown" });
    await format(`main{color:red;margin:${turn}px}`, { parser: "css" });
  };
}
