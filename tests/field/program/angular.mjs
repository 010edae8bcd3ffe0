import "zone.js";
import "@angular/compiler";
import { ApplicationRef, Component, createComponent, signal } from "@angular/core";
import { createApplication } from "@angular/platform-browser";

export const about = {
  runs: ["page"],
  packages: ["@angular/core", "@angular/platform-browser", "zone.js"],
};

/** A component without a compiler of TypeScript: the decorator is called. */
function table() {
  class Table {
    rows = signal(Array.from({ length: 40 }, (_, at) => ({ at, text: `Row ${at}` })));
    timer = setInterval(() => {}, 1000);
    drop(at) {
      this.rows.update((rows) => rows.filter((row) => row.at !== at));
    }
    ngOnDestroy() {
      clearInterval(this.timer);
    }
  }
  const template = `<table>@for (row of rows(); track row.at) {<tr (click)="drop(row.at)"><td>{{ row.text }}</td></tr>}</table>`;
  return Component({ selector: "app-table", template })(Table) ?? Table;
}

export async function start() {
  const Table = table();
  const app = await createApplication();
  const application = app.injector.get(ApplicationRef);
  return () => {
    const host = document.getElementById("root").appendChild(document.createElement("app-table"));
    const view = createComponent(Table, { environmentInjector: app.injector, hostElement: host });
    application.attachView(view.hostView);
    application.tick();
    document.querySelector("tr:nth-child(3)").click();
    application.tick();
    if (document.querySelectorAll("tr").length !== 39) throw new Error("the row is still there");
    view.destroy();
    host.remove();
  };
}
