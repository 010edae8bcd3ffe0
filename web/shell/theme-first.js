// A plain script, so that it runs before the first paint.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.setAttribute("theme", theme);
  }
} catch {
  // Storage is off: the system's theme it is.
}
