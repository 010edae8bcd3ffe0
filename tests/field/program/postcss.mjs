import autoprefixer from "autoprefixer";
import postcss from "postcss";

export const about = { runs: ["node22"], packages: ["postcss", "autoprefixer"] };

export async function start() {
  const processor = postcss([autoprefixer({ overrideBrowserslist: ["last 4 versions", "ie 11"] })]);
  return async (turn) => {
    const css = Array.from({ length: 60 }, (_, at) => `.c${at} { display: flex; user-select: none; order: ${turn} }`);
    await processor.process(css.join("\n"), { from: `style${turn % 5}.css`, map: { inline: false } });
  };
}
