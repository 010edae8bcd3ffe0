class LeakyComponent {
  stuff = Array(10_000).fill("stuff");
}

/** @type {(() => void)[]} Only "let go" looks at these: the leak itself forgets its listeners. */
const listeners = [];

/** A component listens to the window, and goes without a word. */
export function leaky() {
  const component = new LeakyComponent();
  const onResize = () => component.stuff.length;
  window.addEventListener("resize", onResize);
  listeners.push(onResize);
  return component;
}

/** A component takes its listener with it when it goes. */
export function fixed() {
  const component = new LeakyComponent();
  const onResize = () => component.stuff.length;
  window.addEventListener("resize", onResize);
  window.removeEventListener("resize", onResize);
  return component;
}

/** Takes every listener off. */
export function letGo() {
  for (const listener of listeners) window.removeEventListener("resize", listener);
  listeners.length = 0;
}
