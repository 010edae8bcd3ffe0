import { once } from "node:events";
import { WebSocket, WebSocketServer } from "ws";

export const about = { runs: ["node24"], packages: ["ws"] };

export async function start() {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: true });
  await once(server, "listening");
  server.on("connection", (socket) => {
    socket.on("message", (text) => {
      for (const client of server.clients) client.send(`${text}`);
    });
  });
  return async (turn) => {
    const client = new WebSocket(`ws://127.0.0.1:${server.address().port}`);
    await once(client, "open");
    client.send(JSON.stringify({ turn, text: "hello ".repeat(300) }));
    await once(client, "message");
    const [socket] = server.clients;
    const closed = Promise.all([once(client, "close"), once(socket, "close")]);
    client.close();
    await closed;
  };
}
