// Workers under the same policy as the page.

/**
 * A worker loaded by URL does not get the page's `<meta>` policy, one that starts from a blob does.
 *
 * @param {string} address absolute
 * @param {string} name as DevTools shows it
 */
export function startWorker(address, name) {
  const blob = new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" });
  const url = URL.createObjectURL(blob);
  const worker = new Worker(trusted(url), { type: "module", name });
  // The fetch began with the constructor, but Firefox resolves the address later: let it go after the first message.
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

/** @typedef {{createScriptURL(url: string): string}} Policy */

/** @type {Policy | undefined} */
let policy;

/** @param {string} url @returns {string} */
function trusted(url) {
  const types = /** @type {{trustedTypes?: {createPolicy(name: string, rules: Policy): Policy}}} */ (globalThis);
  policy ??= types.trustedTypes?.createPolicy("leak-lab", {
    createScriptURL: (given) => {
      if (!given.startsWith("blob:")) throw new TypeError("only our own blobs start workers");
      return given;
    },
  });
  return policy ? policy.createScriptURL(url) : url;
}
