// Questions to `leak-heap`, answered as data.
import { execFile } from "node:child_process";

const FAILED = 3;

/**
 * @param {string} engine the program's file @param {string[]} words of the command line
 * @returns {Promise<{answer: any, red: boolean}>}
 */
export const ask = (engine, words) =>
  new Promise((resolve, reject) => {
    execFile(engine, [...words, "--json", "--quiet"], { maxBuffer: 2 ** 28 }, (error, output, complaint) => {
      const red = error?.code === FAILED;
      if (error && !red) reject(new Error(`leak-heap ${words.join(" ")}: ${complaint || error.message}`));
      else resolve({ answer: JSON.parse(output), red });
    });
  });
