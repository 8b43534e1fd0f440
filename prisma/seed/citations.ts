import { randomUUID } from "node:crypto";
import { citationMark } from "@/domain/prompt/citation";
import type { Transaction } from "@/server/adapters/db";
import { writtenCitations } from "./content/citations";
import { blockOf, type Talk } from "./talk";

type Owner = { commentId: string } | { responseId: string } | { noteId: string } | { steelmanId: string };

/** Rewrites the content's citations with the numbers of the course, and says what each points at. */
export function withCitations(talk: Talk, body: string) {
  const written = writtenCitations(body);
  const shorts = new Map(talk.demo.frame.positions.map(({ key, short }) => [short, key]));
  let text = body;
  for (const { raw, reading, paragraph, about } of written) {
    const number = blockOf(talk, reading, paragraph).number;
    if (number === null) throw new Error(`The demo cites a heading: ${raw}`);
    text = text.replace(raw, citationMark(talk.numbers.get(reading) ?? 0, number, about));
  }
  const targets = written.map(({ reading, paragraph, about }, position) => ({
    position,
    readingId: talk.ids.of("reading", reading),
    paragraphId: blockOf(talk, reading, paragraph).id,
    positionId: about ? talk.ids.of("position", shorts.get(about) ?? "") : null,
  }));
  return { text, targets };
}

type Targets = ReturnType<typeof withCitations>["targets"];

/** The rows of what a text cites. */
export const citationRows = (courseId: string, owner: Owner, targets: Targets) =>
  targets.map((target) => ({ id: randomUUID(), courseId, ...owner, ...target }));

/** Keeps what a text cites beside it. */
export async function writeCitations(
  tx: Transaction,
  courseId: string,
  owner: Owner,
  targets: Targets,
): Promise<void> {
  if (targets.length > 0) await tx.citation.createMany({ data: citationRows(courseId, owner, targets) });
}
