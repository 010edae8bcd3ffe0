import nodemailer from "nodemailer";

export const about = { runs: ["node22"], packages: ["nodemailer"] };

export async function start() {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return async (turn) => {
    const attachments = [{ filename: "list.csv", content: "a,b\n".repeat(500) }];
    const { message } = await transport.sendMail({
      from: "a@example.org",
      to: "b@example.org",
      subject: `${turn}`,
      text: "hello",
      attachments,
    });
    if (!message.length) throw new Error("no message");
  };
}
