import { configureStore, createSlice } from "@reduxjs/toolkit";
import { createElement as h } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Provider, useDispatch, useSelector } from "react-redux";

export const about = { runs: ["page"], packages: ["@reduxjs/toolkit", "react-redux", "react-dom"] };

function todos() {
  const initialState = { list: [], filter: "all" };
  return createSlice({
    name: "todos",
    initialState,
    reducers: {
      add(state, { payload }) {
        state.list.push({ text: payload, done: false });
      },
      toggle({ list }, { payload }) {
        list[payload].done = !list[payload].done;
      },
      clear(state) {
        state.list = [];
      },
    },
  });
}

function List({ toggle }) {
  const list = useSelector((state) => state.todos.list);
  const dispatch = useDispatch();
  const item = ({ text, done }, at) => h("li", { key: at, onClick: () => dispatch(toggle(at)) }, `${text} ${done}`);
  return h("ul", null, list.map(item));
}

export async function start() {
  const { actions, reducer } = todos();
  const store = configureStore({ reducer: { todos: reducer } });
  const root = createRoot(document.getElementById("root"));
  return (turn) => {
    flushSync(() => root.render(h(Provider, { store }, h(List, { toggle: actions.toggle }))));
    flushSync(() => {
      for (let at = 0; at < 20; at++) store.dispatch(actions.add(`Thing ${turn}.${at}`));
    });
    document.querySelector("li:nth-child(3)").click();
    flushSync(() => store.dispatch(actions.clear()));
    flushSync(() => root.render(null));
  };
}
