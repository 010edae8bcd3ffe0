import { once } from "node:events";
import { createServer } from "node:http";
import axios from "axios";

export const about = {
  runs: ["node20"],
  packages: ["axios"],
  leaks: "every request handler adds an interceptor to the shared client and ejects none",
  cure: "interceptors.request.eject()",
  culprit: /handlers of InterceptorManager/,
  names: /handlers of InterceptorManager ← request of/,
  cut: /handlers/,
};

export async function start(leaky) {
  const server = createServer((_request, response) => response.end("{}")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const api = axios.create({ baseURL: `http://127.0.0.1:${server.address().port}`, headers: { connection: "close" } });
  Object.assign(globalThis.service, { api });
  return async (turn) => {
    const trail = Array.from({ length: 100 }, (_, at) => ({ at, turn }));
    const added = api.interceptors.request.use((config) => {
      config.headers.set("x-trail", trail.length);
      return config;
    });
    await api.get("/");
    if (!leaky) api.interceptors.request.eject(added);
  };
}
