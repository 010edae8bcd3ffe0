/**
 * A worker from a blob, as the page starts its own: an isolated document takes no script that does not ask for isolation itself.
 *
 * @param {URL} script a module
 * @param {string} [name]
 */
export function startWorker(script, name = "") {
  const source = URL.createObjectURL(new Blob([`import ${JSON.stringify(script.href)};`], { type: "text/javascript" }));
  return new Worker(source, { type: "module", name });
}
