import { Terminal } from "@xterm/xterm";
import "@xterm/xterm/css/xterm.css";

export const about = { runs: ["page"], packages: ["@xterm/xterm"] };

export async function start() {
  return async (turn) => {
    const view = document.getElementById("root").appendChild(document.createElement("div"));
    const terminal = new Terminal({ scrollback: 100 });
    terminal.open(view);
    for (let at = 0; at < 40; at++)
      await new Promise((resolve) => terminal.write(`\x1b[3${at % 8}mline ${turn}.${at}\r\n`, () => resolve()));
    terminal.dispose();
    view.remove();
  };
}
