/** What one would look for here and why it is not here. @type {{name: string, why: string}[]} */
export const ABSENT = [
  { name: "cls-hooked", why: "it keeps a context for promises of whoever waits for the request: no twin is healthy" },
  { name: "typescript on Node 20", why: "V8 does not end writing a heap file there once TypeScript is loaded" },
  {
    name: "vite 8",
    why: "it names an optional package that npm does not have, so that nothing with it installs from a lock",
  },
  { name: "ioredis, pg, mongoose, bull", why: "they need a server beside them" },
  {
    name: "better-sqlite3, sharp, bcrypt",
    why: "they are compiled or fetched when installed, and no scripts are run here",
  },
];
