import tippy from "tippy.js";

export const about = {
  runs: ["page"],
  packages: ["tippy.js"],
  leaks:
    "a tooltip's target is removed without destroy(): the module's list of mounted tips and the document's handlers keep it",
  cure: "instance.destroy()",
  culprit: /mountedInstances|onDocumentPress/,
  names: /mountedInstances|onDocumentPress.*HTMLDocument/,
};

export async function start(leaky) {
  return async (turn) => {
    const target = document.createElement("button");
    document.getElementById("stage").append(target);
    const shown = new Promise((resolve) => {
      const content = "<b>tip</b>".repeat(40) + turn;
      const tip = tippy(target, { content, allowHTML: true, trigger: "manual", duration: 0, onShown: resolve });
      tip.show();
    });
    const tip = await shown;
    if (!leaky) tip.destroy();
    target.remove();
  };
}
