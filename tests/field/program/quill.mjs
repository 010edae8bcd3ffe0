import Quill from "quill";
import "quill/dist/quill.snow.css";

export const about = { runs: ["page"], packages: ["quill"] };

/** One editor, as quill has no way to end one: its text is changed and put back. */
export async function start() {
  const editor = document.getElementById("root").appendChild(document.createElement("div"));
  const quill = new Quill(editor, { theme: "snow", modules: { history: { maxStack: 20 } } });
  return (turn) => {
    quill.setContents([
      { insert: `Turn ${turn}` },
      { insert: "\n", attributes: { header: 1 } },
      { insert: "words\n".repeat(20) },
    ]);
    quill.formatText(0, 4, "bold", true);
    quill.setSelection(2, 3);
    quill.setText("\n");
    quill.history.clear();
  };
}
