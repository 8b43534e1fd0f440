import { createFormatter, createTranslator } from "next-intl";
import { lineOf } from "@/domain/notification/line";
import { nameIn, oneLine } from "@/domain/notification/mail";
import type { NotificationKind } from "@/domain/notification/notification";
import messages from "@/messages/en.json";

interface Item {
  kind: NotificationKind;
  about: "comment" | "response" | "note" | "grade" | "assignment" | "letter";
  who: string | null;
  mine: boolean;
  assignment: string | null;
  dueAt: Date | null;
  text: string;
  href: string;
  course: { title: string; timeZone: string };
}

interface Reader {
  name: string;
  timeZone: string | null;
}

const words = createTranslator({ locale: "en-GB", messages, namespace: "notification" });
const format = createFormatter({ locale: "en-GB" });

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const harmless = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const headOf = (item: Item) => words(lineOf(item), { who: nameIn(item.who ?? "") });

/** Mail programs cut off long mails, and with them the way out at the foot: so much is told in one, and letters. */
const MOST_TOLD = 50;

function whereOf(item: Item): string {
  return item.assignment ? `${item.course.title} · ${item.assignment}` : item.course.title;
}

function dueOf({ dueAt, course }: Item, reader: Reader): string | null {
  if (!dueAt) return null;
  const timeZone = reader.timeZone ?? course.timeZone;
  const when = format.dateTime(dueAt, { dateStyle: "full", timeStyle: "short", timeZone });
  return words("mail.due", { when, zone: timeZone });
}

function subjectOf(items: readonly Item[]): string {
  const [first] = items;
  const courses = new Set(items.map(({ course }) => course.title));
  if (!first) return "";
  if (items.length === 1) return oneLine(`${headOf(first)} · ${whereOf(first)}`);
  const where = courses.size === 1 ? first.course.title : words("mail.courses");
  return oneLine(words("mail.subject", { count: items.length, where }));
}

/** What the mail tells of, and how much more there is. */
function toldOf(items: readonly Item[]): { told: Item[]; more: number } {
  const told = items.filter(({ kind }, index) => index < MOST_TOLD || kind === "letter");
  return { told, more: items.length - told.length };
}

/** A mail's subject and words, as plain text and as simple HTML; every link is an absolute address. */
export function composeMail(
  reader: Reader,
  items: readonly Item[],
  { address, token }: { address: string; token: string },
): { subject: string; text: string; html: string } {
  const { told, more } = toldOf(items);
  const parts = told.map((item) => ({
    head: headOf(item),
    where: oneLine(whereOf(item)),
    due: dueOf(item, reader),
    said: item.text,
    link: `${address}${item.href}`,
  }));
  const greeting = words("mail.greeting", { name: nameIn(reader.name) });
  const rest =
    more > 0 ? { says: words("mail.more", { count: more }), link: `${address}/notifications` } : null;
  const foot = [
    { says: words("mail.choose"), link: `${address}/account#notifications` },
    { says: words("mail.stop"), link: `${address}/unsubscribe?token=${token}` },
  ];
  const quoted = (said: string) => said.split("\n").map((line) => `> ${line}`);
  const text = [
    greeting,
    ...parts.flatMap(({ head, where, due, said, link }) => [
      "",
      head,
      where,
      ...(due ? [due] : []),
      ...(said ? quoted(said) : []),
      link,
    ]),
    ...(rest ? ["", `${rest.says}: ${rest.link}`] : []),
    "",
    "-- ",
    ...foot.map(({ says, link }) => `${says}: ${link}`),
    "",
  ].join("\n");
  const link = (href: string, says: string) => `<a href="${harmless(href)}">${harmless(says)}</a>`;
  const lines = (said: string) => harmless(said).replaceAll("\n", "<br>");
  const html = [
    '<!doctype html><html lang="en"><body style="font-family: sans-serif; line-height: 1.5; max-width: 36rem">',
    `<p>${harmless(greeting)}</p>`,
    ...parts.map(
      ({ head, where, due, said, link: to }) =>
        `<p dir="auto">${link(to, head)}<br><span style="color: #666">${harmless(where)}</span>${due ? `<br>${harmless(due)}` : ""}</p>${
          said ? `<blockquote dir="auto" style="margin-inline-start: 1rem">${lines(said)}</blockquote>` : ""
        }`,
    ),
    ...(rest ? [`<p>${link(rest.link, rest.says)}</p>`] : []),
    `<p style="color: #666; font-size: small">${foot.map(({ says, link: to }) => link(to, says)).join(" · ")}</p>`,
    "</body></html>",
  ].join("\n");
  return { subject: subjectOf(items), text, html };
}
