// A client that keeps nothing: a connection for each request.
import { request } from "node:http";

/** What the server on a port of this machine answers. @param {number} port @param {string} path @param {unknown} [body] sent as JSON @param {Record<string, string>} [headers] @returns {Promise<string>} */
export const fetchText = (port, path, body, headers = {}) =>
  new Promise((resolve, reject) => {
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const method = body === undefined ? "GET" : "POST";
    const options = { host: "127.0.0.1", port, path, method, agent: false, headers: { ...type, ...headers } };
    const sent = request(options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece) => {
        text += piece;
      });
      response.on("end", () => {
        if ((response.statusCode ?? 500) < 400) resolve(text);
        else reject(new Error(`${path}: ${response.statusCode} ${text.slice(0, 300)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
