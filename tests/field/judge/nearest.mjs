/** How many letters are to be changed to make one word of another. @param {string} one @param {string} other */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [to, wanted] of [...other].entries())
      next.push(Math.min(next[to] + 1, row[to + 1] + 1, row[to] + (letter === wanted ? 0 : 1)));
    row = next;
  }
  return row[other.length];
}

/** The known name that is most like a word; one that contains it is the likest. @param {string} word @param {string[]} known */
export function nearest(word, known) {
  const cost = (name) => (name.includes(word) ? 0 : distance(word, name));
  return known.reduce((best, name) => (cost(name) < cost(best) ? name : best));
}
