/**
 * Where scenarios keep things: on named properties of the page global `lab`, so that a retaining path in DevTools reads
 * like a sentence. One module for all wasm modules and recipes.
 * @returns {Record<string, any>}
 */
const lab = () => Reflect.get(globalThis, "lab");

/** The array `lab[name]`, made if it is not there. @param {string} name @returns {unknown[]} */
export const list = (name) => (lab()[name] ??= []);

/** @param {string} name */
export const get = (name) => lab()[name];

/** @param {string} name @param {unknown} value */
export const put = (name, value) => {
  lab()[name] = value;
};

/** The same where nothing depends on it: somebody may have frozen the object. @param {string} name @param {unknown} value */
export const note = (name, value) => Reflect.set(lab(), name, value);

/** Drops `lab[name]` with all that is in it. @param {string} name */
export const release = (name) => {
  delete lab()[name];
};

/** @param {string} name @param {unknown} value */
export const setGlobal = (name, value) => {
  Reflect.set(globalThis, name, value);
};

/** @param {string} name */
export const deleteGlobal = (name) => {
  Reflect.deleteProperty(globalThis, name);
};
