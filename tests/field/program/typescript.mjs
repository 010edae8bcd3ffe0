import ts from "typescript";

export const about = { runs: ["node22", "node24"], packages: ["typescript"] };

const TEXT = `export interface Point { x: number; y: number }
export const far = (points: Point[]): Point | undefined => points.find(({ x, y }) => Math.hypot(x, y) > 10);`;

/** A language service, as an editor has it: a file is edited and checked again. */
export async function start() {
  let version = 0;
  let text = TEXT;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ strict: true, target: ts.ScriptTarget.ES2022, types: [] }),
    getScriptFileNames: () => ["/main.ts"],
    getScriptVersion: (name) => (name === "/main.ts" ? `${version}` : "0"),
    getScriptSnapshot(name) {
      const content = name === "/main.ts" ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === "/main.ts" || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
  });
  return (turn) => {
    version++;
    text = `${TEXT}\nexport const edited = ${turn % 10};`;
    const complaints = [...service.getSyntacticDiagnostics("/main.ts"), ...service.getSemanticDiagnostics("/main.ts")];
    if (complaints.length) throw new Error(ts.flattenDiagnosticMessageText(complaints[0].messageText, "\n"));
    service.getCompletionsAtPosition("/main.ts", 20, {});
  };
}
