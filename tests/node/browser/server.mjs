// The built site, served as its own server does: isolated.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { site } from "../site.mjs";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Keeps what the page complains of, for browsers that do not tell. */
const LISTENER = `
globalThis.complaints = [];
const { error } = console;
console.error = (...words) => { complaints.push(words.join(" ")); error(...words); };
addEventListener("error", (event) => complaints.push(event.message ?? \`\${event.target.src ?? event.target.href} did not arrive\`), true);
addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));
document.addEventListener("securitypolicyviolation", ({ blockedURI }) => complaints.push(\`blocked: \${blockedURI}\`));
`;

/**
 * @param {{ listens?: boolean }} [how] whether `complaints` of the page has what it complains of
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serve({ listens = false } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const headers = {
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    };
    try {
      response.writeHead(200, headers).end(await bodyOf(path, listens));
    } catch {
      response.writeHead(404).end();
    }
  });
  await /** @type {Promise<void>} */ (new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {string} path @param {boolean} listens */
async function bodyOf(path, listens) {
  if (listens && path === "/listener.js") return LISTENER;
  const body = await readFile(join(site, path));
  if (!listens || path !== "/index.html") return body;
  return body.toString().replace("<head>", '<head><script src="listener.js"></script>');
}
