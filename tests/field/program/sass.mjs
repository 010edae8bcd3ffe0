import { compileStringAsync } from "sass";

export const about = { runs: ["node26"], packages: ["sass"] };

export async function start() {
  return async (turn) => {
    const { css } = await compileStringAsync(`@use "sass:math"; $unit: ${turn + 1}px;
@for $at from 1 through 30 { .m-#{$at} { margin: math.div($unit, $at); &:hover { color: rgba(red, 0.5) } } }`);
    if (!css.includes(".m-30:hover")) throw new Error(css);
  };
}
