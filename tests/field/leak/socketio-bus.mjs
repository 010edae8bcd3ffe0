import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import { Server } from "socket.io";
import { io } from "socket.io-client";

export const about = {
  runs: ["node20"],
  packages: ["socket.io"],
  leaks: "every connection adds a listener to a shared bus, and disconnecting removes none",
  cure: "bus.off() at disconnect",
  culprit: /listeners of onNews\(\).* on NewsBus|NewsBus/,
  names: /NewsBus/,
  leaked: "Socket",
  cut: /news|NewsBus|_events/,
};

class NewsBus extends EventEmitter {}

export async function start(leaky) {
  const http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  const bus = new NewsBus().setMaxListeners(0);
  const server = new Server(http);
  server.on("connection", (socket) => {
    const inbox = Array.from({ length: 100 }, (_, at) => ({ at, text: `Letter ${at}` }));
    const onNews = (text) => socket.emit("news", { text, unread: inbox.length });
    bus.on("news", onNews);
    if (!leaky) socket.on("disconnect", () => bus.off("news", onNews));
  });
  return async () => {
    const client = io(`http://127.0.0.1:${http.address().port}`, { transports: ["websocket"], forceNew: true });
    await new Promise((resolve, reject) => client.once("connect", resolve).once("connect_error", reject));
    const [socket] = server.sockets.sockets.values();
    const left = new Promise((resolve) => socket.once("disconnect", resolve));
    client.disconnect();
    await left;
  };
}
