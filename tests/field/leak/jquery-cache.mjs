import $ from "jquery1";

export const about = {
  runs: ["page"],
  packages: ["jquery1"],
  leaks: 'innerHTML = "" in place of empty(): jQuery.cache keeps data and handlers of each removed element',
  cure: "empty() or remove()",
  culprit: /cache of jQuery|\bcache\b.*jQuery/,
  names: /cache of jQuery|cache.*jQuery/,
};

export async function start(leaky) {
  const list = $("<div>").appendTo("#stage");
  return (turn) => {
    for (let at = 0; at < 6; at++) {
      const rows = Array.from({ length: 60 }, (_, row) => ({ row, turn }));
      $("<p>")
        .text(`Row ${at}`)
        .data("product", { at, rows })
        .on("click", () => rows.length)
        .appendTo(list);
    }
    if (leaky) list[0].innerHTML = "";
    else list.empty();
  };
}
