import { javascript } from "@codemirror/lang-javascript";
import { basicSetup, EditorView } from "codemirror";

export const about = { runs: ["page"], packages: ["codemirror", "@codemirror/view"] };

export async function start() {
  const doc = Array.from({ length: 100 }, (_, at) => `const value${at} = [${at}, "text"];`).join("\n");
  return (turn) => {
    const parent = document.getElementById("root");
    const view = new EditorView({ doc, parent, extensions: [basicSetup, javascript()] });
    view.dispatch({ changes: { from: 0, insert: `// turn ${turn}\n` }, selection: { anchor: 5 } });
    view.dispatch({ effects: EditorView.scrollIntoView(doc.length - 1) });
    view.destroy();
  };
}
