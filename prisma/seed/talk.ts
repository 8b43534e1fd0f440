import { citationMark } from "@/domain/prompt/citation";
import { keepCitations } from "@/server/adapters/citations";
import type { Transaction } from "@/server/adapters/db";
import { openRoom, recordEvent } from "@/server/adapters/event-log";
import type { DemoClock } from "./clock";
import { writtenCitations } from "./content/citations";
import type { Demo, DemoPerson } from "./content/types";
import type { Ids } from "./ids";
import type { Texts } from "./texts";

export interface Talk {
  demo: Demo;
  courseId: string;
  ids: Ids;
  clock: DemoClock;
  texts: Texts;
  /** A reading's number in the course, by its key. */
  numbers: Map<string, number>;
}

/** The block a comment, a piece of evidence or a citation names. */
export function blockOf({ texts }: Talk, reading: string, block: number) {
  const found = texts.get(reading)?.[block - 1];
  if (!found) throw new Error(`The demo names an unknown paragraph: ${reading} ${block}`);
  return found;
}

/** Rewrites the content's citations with the numbers of the course, and says what each points at. */
export function withCitations(talk: Talk, body: string) {
  const written = writtenCitations(body);
  let text = body;
  for (const citation of written) {
    const number = blockOf(talk, citation.reading, citation.paragraph).number;
    if (number === null) throw new Error(`The demo cites a heading: ${citation.raw}`);
    text = text.replace(citation.raw, citationMark(talk.numbers.get(citation.reading) ?? 0, number));
  }
  const targets = written.map(({ reading, paragraph }, position) => ({
    position,
    readingId: talk.ids.of("reading", reading),
    paragraphId: blockOf(talk, reading, paragraph).id,
  }));
  return { text, targets };
}

export const groupOf = (talk: Talk, person: Pick<DemoPerson, "group"> | undefined) =>
  person?.group ? talk.ids.of("group", person.group) : null;

export const roomOf = (tx: Transaction, talk: Talk, assignment: string, groupId: string | null) =>
  openRoom(tx, { courseId: talk.courseId, assignmentId: talk.ids.of("assignment", assignment), groupId });

export async function writeResponses(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  const people = new Map(demo.people.map((person) => [person.key, person]));
  const assignmentOf = new Map(demo.prompts.map((prompt) => [prompt.key, prompt.assignment]));
  for (const response of demo.responses) {
    const groupId = groupOf(talk, people.get(response.author));
    const roomId = await roomOf(tx, talk, assignmentOf.get(response.prompt) ?? "", groupId);
    const promptId = ids.of("prompt", response.prompt);
    const pieces = [
      {
        ...response,
        parentId: null,
        relation: null,
        positionId: response.position && ids.of("position", response.position),
      },
      ...response.replies.map((reply) => ({ ...reply, parentId: response.key, positionId: null })),
    ];
    for (const piece of pieces) {
      const at = clock.moment(piece.day);
      const id = ids.make("response", piece.key, at);
      const parentId = piece.parentId && ids.of("response", piece.parentId);
      const authorId = ids.of("member", piece.author);
      const { text, targets } = withCitations(talk, piece.body);
      await tx.response.create({
        data: {
          id,
          courseId,
          roomId,
          promptId,
          authorId,
          parentId,
          relation: piece.relation,
          positionId: piece.positionId,
          body: text,
          createdAt: at,
          submittedAt: at,
        },
      });
      if (targets.length > 0) await keepCitations(tx, { courseId, responseId: id }, targets);
      await recordEvent(tx, roomId, {
        ...(parentId && piece.relation
          ? { type: "response.replied" as const, payload: { parentId, relation: piece.relation } }
          : { type: "response.submitted" as const, payload: { version: 1, promptId } }),
        courseId,
        actorId: authorId,
        subjectId: id,
        at,
      });
    }
  }
}
