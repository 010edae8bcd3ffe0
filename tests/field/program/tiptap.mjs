import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";

export const about = { runs: ["page"], packages: ["@tiptap/core", "@tiptap/starter-kit"] };

export async function start() {
  return async (turn) => {
    const element = document.getElementById("root").appendChild(document.createElement("div"));
    const content = "<h1>Title</h1><p>Some <b>bold</b> words</p>".repeat(20);
    const editor = new Editor({ element, extensions: [StarterKit], content });
    await new Promise((resolve) => editor.on("create", resolve));
    editor.chain().focus("end").insertContent(`<p>turn ${turn}</p>`).selectAll().toggleItalic().undo().run();
    editor.destroy();
    element.remove();
  };
}
