import i18next from "i18next";

export const about = {
  runs: ["node26"],
  packages: ["i18next"],
  leaks: 'each view listens to "languageChanged" and never calls off()',
  cure: "i18next.off()",
  culprit: /observers of I18n|languageChanged/,
  names: /languageChanged|observers of I18n/,
  cut: /observers|languageChanged/,
};

export async function start(leaky) {
  const translations = { en: { hello: "Hello {{name}}" }, de: { hello: "Hallo {{name}}" } };
  const resources = Object.fromEntries(
    Object.entries(translations).map(([key, translation]) => [key, { translation }]),
  );
  const words = i18next.createInstance();
  await words.init({ lng: "en", resources });
  Object.assign(globalThis.service, { words });
  return async (turn) => {
    const view = { rows: Array.from({ length: 80 }, (_, at) => words.t("hello", { name: `${turn}.${at}` })) };
    const onLanguage = () => {
      view.rows = [];
    };
    words.on("languageChanged", onLanguage);
    if (!leaky) words.off("languageChanged", onLanguage);
  };
}
