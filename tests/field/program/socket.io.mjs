import { once } from "node:events";
import { createServer } from "node:http";
import { Server } from "socket.io";
import { io } from "socket.io-client";

export const about = { runs: ["node22"], packages: ["socket.io", "socket.io-client"] };

export async function start() {
  const http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  const server = new Server(http);
  server.on("connection", (socket) => {
    socket.join("everybody");
    socket.on("say", (text, answer) => {
      socket.to("everybody").emit("said", text);
      answer(text.length);
    });
  });
  return async (turn) => {
    const client = io(`http://127.0.0.1:${http.address().port}`, { transports: ["websocket"], forceNew: true });
    await new Promise((resolve, reject) => client.once("connect", resolve).once("connect_error", reject));
    await client.timeout(5000).emitWithAck("say", `hello ${turn}`);
    const [socket] = server.sockets.sockets.values();
    const left = new Promise((resolve) => socket.once("disconnect", resolve));
    client.disconnect();
    await left;
  };
}
