import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export interface Arrived {
  from: string;
  to: string[];
  /** By their names in lower case. */
  headers: Map<string, string>;
  text: string;
  html: string;
}

/**
 * How the mail server answers: takes it; says "later" (4xx) or "no" (5xx) to whom it is for; breaks the line when it has
 * all the words, without an answer.
 */
export type Manner = "take" | "later" | "refuse" | "drop";

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

async function all(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function split(part: string): { headers: Map<string, string>; body: string } {
  const [head = "", ...rest] = part.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(":");
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { headers: new Map(headers), body: rest.join("\r\n\r\n") };
}

const fromHex = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

/** The words of a header that stand in it encoded. */
const decoded = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, how: string, text: string) =>
      how.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString("utf8")
        : fromHex(text.replaceAll("_", " ")),
    );

function bodyOf({ headers, body }: ReturnType<typeof split>): string {
  switch (headers.get("content-transfer-encoding")) {
    case "base64":
      return Buffer.from(body, "base64").toString("utf8");
    case "quoted-printable":
      return fromHex(body.replace(/=\r\n/g, ""));
    default:
      return body;
  }
}

function read(raw: string): Pick<Arrived, "headers" | "text" | "html"> {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get("content-type") ?? "")?.[1] ?? "";
  const parts = body.split(`--${boundary}`).map((part) => split(part.replace(/^\r\n/, "")));
  const of = (type: string) => {
    const part = parts.find((each) => each.headers.get("content-type")?.startsWith(type));
    return part ? bodyOf(part).replaceAll("\r\n", "\n") : "";
  };
  const shown = new Map([...headers].map(([name, value]) => [name, decoded(value)]));
  return { headers: shown, text: of("text/plain"), html: of("text/html") };
}

/** A mail server of one's own on loopback: what is sent to it is read here. */
export async function openMailbox() {
  const arrived: Arrived[] = [];
  let manner: Manner = "take";
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, answer) {
      if (manner === "later") return answer(refusal(451, "Try again later"));
      if (manner === "refuse") return answer(refusal(550, "No such person here"));
      answer();
    },
    async onData(stream, { envelope }, answer) {
      const mail = read(await all(stream));
      const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
      arrived.push({ ...mail, from, to: envelope.rcptTo.map(({ address }) => address) });
      if (manner === "drop") {
        for (const connection of server.connections) connection.close();
        return;
      }
      answer();
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** In the order in which they came. */
    arrived,
    /** How it answers from now on. */
    be: (how: Manner) => {
      manner = how;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type Mailbox = Awaited<ReturnType<typeof openMailbox>>;
