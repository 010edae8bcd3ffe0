import * as monaco from "monaco-editor/editor/editor.api.js";

export const about = { runs: ["page"], packages: ["monaco-editor"] };

export async function start() {
  const view = document.getElementById("root").appendChild(document.createElement("div"));
  view.style.cssText = "width:600px;height:400px";
  const text = Array.from({ length: 100 }, (_, at) => `const value${at} = [${at}, "text"];`).join("\n");
  return async (turn) => {
    const model = monaco.editor.createModel(text, "plaintext");
    const editor = monaco.editor.create(view, { model, automaticLayout: false });
    editor.executeEdits("turn", [{ range: new monaco.Range(1, 1, 1, 1), text: `// turn ${turn}\n` }]);
    editor.revealLine(90);
    editor.dispose();
    model.dispose();
  };
}
