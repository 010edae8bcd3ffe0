// A sampling profile's figures: the pruned tree, and the "heavy" tree turned upside down.
import { lib } from "../open.mjs";

function preorder(root) {
  const rows = [];
  const stack = [root];
  while (stack.length) {
    const node = stack.pop();
    rows.push([
      node.functionName,
      node.url,
      node.scriptId,
      node.lineNumber,
      node.columnNumber,
      node.self,
      node.total,
      node.depth,
    ]);
    for (let i = node.children.length; i--; ) stack.push(node.children[i]);
  }
  return rows;
}

const DEEP = 4;

function heavy(model) {
  const tree = new lib.BottomUpProfileDataGridTree(null, null, model.root, model.total);
  const byself = (a, b) => b.self - a.self;
  const level = (entries, depth) =>
    entries
      .slice()
      .sort(byself)
      .slice(0, depth ? 5 : Infinity)
      .map((entry) => {
        if (depth < DEEP) entry.populate();
        return {
          name: entry.functionName,
          uid: entry.callUID,
          self: entry.self,
          total: entry.total,
          ...(depth < DEEP ? { callers: level(entry.children, depth + 1) } : {}),
        };
      });
  return level(tree.children, 0);
}

function figures(profile, from, to) {
  const model = new lib.SamplingHeapProfileModel(profile, from, to);
  return { from, to, total: model.total, maxDepth: model.maxDepth, tree: preorder(model.root), heavy: heavy(model) };
}

/** @param {any} profile the parsed file */
export function samplingFigures(profile) {
  const ordinals = (profile.samples ?? []).map((sample) => sample.ordinal);
  const all = figures(profile);
  if (!ordinals.length) return { all };
  const last = ordinals.reduce((a, b) => Math.max(a, b));
  return { all, range: figures(profile, Math.ceil(last / 3), Math.floor((last * 2) / 3)) };
}
