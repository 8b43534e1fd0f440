import { createTransport } from "nodemailer";
import { headerLine, outcomeOf, type Sent } from "@/domain/notification/mail";
import { settings } from "./settings";

export interface MailToSend {
  /** Of the mail's row: sent twice, it would be the same mail to whoever gets it. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Where one request, without a person at it, stops mail of this kind (RFC 8058). */
  unsubscribe: string;
}

export const sendsMail = () => settings().SMTP_URL !== undefined;

/** Where mail leads to: the address people open. */
export const publicAddress = () => (settings().NEXTAUTH_URL ?? "").replace(/\/$/, "");

const SECOND = 1000;

/** Whether the words have been asked for: nodemailer's errors do not say how far it had come. */
function watch() {
  const seen = { begun: false };
  const note = (entry: unknown, line: unknown) => {
    const isCommand = Reflect.get(Object(entry), "tnx") === "client";
    if (isCommand && String(line).trim() === "DATA") seen.begun = true;
  };
  const quiet = () => {};
  const logger = {
    level: quiet,
    trace: note,
    debug: note,
    info: note,
    warn: quiet,
    error: quiet,
    fatal: quiet,
  };
  return { seen, logger };
}

const domainOf = (from: string) => /@([^<>\s@]+)>?\s*$/.exec(from)?.[1] ?? "glossa.invalid";

/** Hands one mail to the mail server, and says what became of it. Never throws. */
export async function deliver(mail: MailToSend): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM = "" } = settings();
  if (!SMTP_URL) return { outcome: "later", fault: "SMTP_URL is not set" };
  const { seen, logger } = watch();
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 30 * SECOND,
    greetingTimeout: 30 * SECOND,
    socketTimeout: 120 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
    transactionLog: true,
    logger,
  });
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      to: { name: headerLine(mail.to.name), address: mail.to.address },
      messageId: `<${mail.id}@${domainOf(MAIL_FROM)}>`,
      subject: headerLine(mail.subject),
      text: mail.text,
      html: mail.html,
      headers: {
        "List-Unsubscribe": { prepared: true, value: `<${mail.unsubscribe}>` },
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
      },
    });
    return { outcome: "sent" };
  } catch (error) {
    const about = (name: string): unknown => Reflect.get(Object(error), name);
    const code = about("responseCode");
    return outcomeOf({
      message: error instanceof Error ? error.message : String(error),
      responseCode: typeof code === "number" ? code : null,
      aboutUs:
        about("code") === "EAUTH" ||
        /^(CONN|EHLO|HELO|AUTH|STARTTLS|MAIL FROM)/.test(String(about("command"))),
      begun: seen.begun,
    });
  } finally {
    transport.close();
  }
}
