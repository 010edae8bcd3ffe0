import {
  Button,
  Dialog,
  DialogTitle,
  List,
  ListItemButton,
  TextField,
  ThemeProvider,
  createTheme,
} from "@mui/material";
import { createElement as h } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { until } from "../drive/until.mjs";

export const about = { runs: ["page"], packages: ["@mui/material", "@emotion/react", "react-dom"] };

function Form({ open, turn }) {
  const items = Array.from({ length: 10 }, (_, at) => h(ListItemButton, { key: at }, `Item ${turn}.${at}`));
  const field = h(TextField, { label: "Name", defaultValue: `n${turn}` });
  return h(Dialog, { open, transitionDuration: 0 }, h(DialogTitle, null, "Edit"), field, h(List, null, items));
}

export async function start() {
  const theme = createTheme();
  const root = createRoot(document.getElementById("root"));
  const render = (open, turn) =>
    flushSync(() => {
      const view = [h(Button, { key: "open" }, "Open"), h(Form, { key: "form", open, turn })];
      root.render(h(ThemeProvider, { theme }, view));
    });
  return async (turn) => {
    render(true, turn);
    await until(() => document.querySelector("[role=dialog] input"), "the dialog");
    render(false, turn);
    await until(() => !document.querySelector("[role=dialog]"), "the end of the dialog");
  };
}
