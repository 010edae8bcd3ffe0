import { AllCommunityModule, createGrid, ModuleRegistry } from "ag-grid-community";

export const about = { runs: ["page"], packages: ["ag-grid-community"] };

export async function start() {
  ModuleRegistry.registerModules([AllCommunityModule]);
  return async (turn) => {
    const view = document.getElementById("root").appendChild(document.createElement("div"));
    view.style.cssText = "width:600px;height:300px";
    const rowData = Array.from({ length: 200 }, (_, at) => ({ at, sum: at * turn, name: `Row ${at}` }));
    const columnDefs = [{ field: "at" }, { field: "sum", sort: "desc" }, { field: "name", filter: true }];
    let drawn;
    const ready = new Promise((resolve) => {
      drawn = resolve;
    });
    const grid = createGrid(view, { columnDefs, rowData, onFirstDataRendered: () => drawn() });
    await ready;
    grid.ensureIndexVisible(150);
    grid.destroy();
    view.remove();
  };
}
