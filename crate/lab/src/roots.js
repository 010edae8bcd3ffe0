/**
 * The page global `lab`, as the scenarios see it: named lists.
 * @returns {Record<string, unknown[] | undefined>}
 */
const lab = () => Reflect.get(globalThis, "lab");

/** @param {string} name */
export const list = (name) => (lab()[name] ??= []);

/** @param {string} name */
export const release = (name) => void delete lab()[name];

/** @param {string} name @param {unknown} value */
export const setGlobal = (name, value) => void Reflect.set(globalThis, name, value);

/** @param {string} name */
export const deleteGlobal = (name) => void Reflect.deleteProperty(globalThis, name);
