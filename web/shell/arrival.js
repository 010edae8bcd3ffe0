// A plain script, so that it is there when the page's modules are not: it says so in the place of what did not come.
(() => {
  const LONG = 10_000;

  /** Whether anything of the page has come in the place of the first line. */
  const line = () => document.querySelector("main > .loading");

  /** @param {string} message @param {string} advice */
  function say(message, advice) {
    const place = line();
    if (place instanceof HTMLElement) {
      place.classList.add("warning");
      place.setAttribute("role", "alert");
      place.textContent = `${message} ${advice}`;
    }
  }

  function missing() {
    if (location.protocol === "file:") {
      say(
        "This page was opened as a file, and a browser does not load modules from files.",
        "Serve its folder instead: cargo xtask serve does, and any static server will do.",
      );
    } else {
      say(
        "A part of this page's program did not arrive, or is not what it should be.",
        "Check the connection and load the page again. If this is your own copy, check that every file is there and that .js files are served as text/javascript.",
      );
    }
  }

  // Errors of scripts do not rise to the window, but are seen on their way down; those of a module's text have no target.
  window.addEventListener(
    "error",
    (event) => {
      const { target } = event;
      if (target instanceof HTMLScriptElement || event instanceof ErrorEvent) {
        missing();
      }
    },
    true,
  );
  window.setTimeout(() => {
    if (line()?.textContent === "Loading…") {
      say(
        "Still loading: not all of the page's program has arrived.",
        "If this stays, check the connection and load the page again.",
      );
    }
  }, LONG);
})();
