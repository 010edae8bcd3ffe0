import { configureStore, createSlice } from "@reduxjs/toolkit";

export const about = {
  runs: ["page"],
  packages: ["@reduxjs/toolkit"],
  leaks: "each widget subscribes to the store and never unsubscribes",
  cure: "the function that subscribe() returns",
  // The package is published minified: `s` are the listeners of a store.
  culprit: /^(Set|Map) \(variable s in the scope/,
  names: /variable s in the scope/,
};

export async function start(leaky) {
  const counter = createSlice({
    name: "counter",
    initialState: { count: 0 },
    reducers: { add: (state) => void state.count++ },
  });
  const store = configureStore({ reducer: counter.reducer });
  Object.assign(globalThis.shop, { store });
  return () => {
    const widget = document.createElement("output");
    const history = Array.from({ length: 100 }, (_, at) => ({ at, text: `Step ${at}` }));
    document.getElementById("stage").append(widget);
    const stop = store.subscribe(() => {
      widget.textContent = `${store.getState().count} of ${history.length}`;
    });
    store.dispatch(counter.actions.add());
    if (!leaky) stop();
    widget.remove();
  };
}
