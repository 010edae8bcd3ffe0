import $ from "jquery";

export const about = { runs: ["page"], packages: ["jquery", "jquery-ui"] };

/** Its modules want jQuery as a global. */
export async function start() {
  Object.assign(globalThis, { jQuery: $, $ });
  await import("jquery-ui/dist/jquery-ui.js");
  return async (turn) => {
    const view = $("<div>").append($("<input>"), $("<ul>").append("<li>one<li>two<li>three")).appendTo("#root");
    view
      .find("input")
      .datepicker()
      .autocomplete({ source: ["red", "green", `t${turn}`] });
    view.find("ul").sortable();
    const dialog = $("<p>").text(`Sure about ${turn}?`).dialog({ modal: true });
    dialog.dialog("close").dialog("destroy").remove();
    await view.fadeTo(20, 0.5).promise();
    view.remove();
  };
}
