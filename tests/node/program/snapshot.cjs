// Snapshots of the program that calls it, into the folder that is its first argument.
const { writeHeapSnapshot } = require("node:v8");
const { join } = require("node:path");

/** @param {string} name */
exports.take = (name) => writeHeapSnapshot(join(process.argv[2], `${name}.heapsnapshot`));
