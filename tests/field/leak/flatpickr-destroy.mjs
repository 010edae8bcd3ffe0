import flatpickr from "flatpickr";

export const about = {
  runs: ["page"],
  packages: ["flatpickr"],
  leaks: "the form is removed without destroy(): the calendar stays in the body, its handlers on document and window",
  cure: "instance.destroy()",
  culprit:
    /listeners of (documentClick|onResize|debounced|.*)\(\).* on (HTMLDocument|Window|<body>)|flatpickr-calendar/,
  names: /documentClick|flatpickr-calendar|listener of (HTMLDocument|Window)/,
};

export async function start(leaky) {
  return () => {
    const input = document.createElement("input");
    document.getElementById("stage").append(input);
    const picker = flatpickr(input, { enableTime: true });
    picker.open();
    picker.close();
    if (!leaky) picker.destroy();
    input.remove();
  };
}
