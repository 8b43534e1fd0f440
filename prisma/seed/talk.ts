import { describePassage } from "@/domain/anchor/passage";
import { citationMark } from "@/domain/prompt/citation";
import { keepCitations } from "@/server/adapters/citations";
import type { Transaction } from "@/server/adapters/db";
import { openRoom, recordEvent } from "@/server/adapters/event-log";
import type { DemoClock } from "./clock";
import { writtenCitations } from "./content/citations";
import type { Demo, DemoComment, DemoPerson } from "./content/types";
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
function withCitations(talk: Talk, body: string) {
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

const groupOf = (talk: Talk, person: DemoPerson | undefined) =>
  person?.group ? talk.ids.of("group", person.group) : null;

const room = (tx: Transaction, talk: Talk, assignment: string, groupId: string | null) =>
  openRoom(tx, { courseId: talk.courseId, assignmentId: talk.ids.of("assignment", assignment), groupId });

function rootOf(comment: DemoComment, all: Map<string, DemoComment>): DemoComment {
  let root = comment;
  while (root.parent) root = all.get(root.parent) ?? { ...root, parent: null };
  return root;
}

export async function writeComments(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  const people = new Map(demo.people.map((person) => [person.key, person]));
  const all = new Map(demo.comments.map((comment) => [comment.key, comment]));
  const assignmentOf = new Map(
    demo.assignments.flatMap((week) => week.readings.map((key) => [key, week.key])),
  );
  const inOrder = demo.comments.toSorted((a, b) => a.day - b.day);
  for (const comment of inOrder) ids.make("comment", comment.key, clock.moment(comment.day));
  for (const comment of inOrder) {
    const root = rootOf(comment, all);
    // Staff open a thread in the group of whoever answers them first.
    const inThread = inOrder
      .filter((other) => rootOf(other, all) === root)
      .map((other) => people.get(other.author));
    const groupId =
      groupOf(
        talk,
        inThread.find((person) => person?.group),
      ) ?? ids.of("group", demo.course.groups[0] ?? "");
    const roomId = await room(tx, talk, assignmentOf.get(comment.reading) ?? "", groupId);
    const block = blockOf(talk, comment.reading, comment.paragraph);
    const start = comment.quote && !comment.parent ? block.text.indexOf(comment.quote) : -1;
    const anchor =
      start < 0 ? null : describePassage(block.text, start, start + (comment.quote?.length ?? 0));
    const id = ids.of("comment", comment.key);
    const authorId = ids.of("member", comment.author);
    const at = clock.moment(comment.day);
    const { text, targets } = withCitations(talk, comment.body);
    await tx.comment.create({
      data: {
        id,
        courseId,
        roomId,
        readingId: ids.of("reading", comment.reading),
        authorId,
        threadId: ids.of("comment", root.key),
        threadAuthorId: ids.of("member", root.author),
        parentId: comment.parent ? ids.of("comment", comment.parent) : null,
        paragraphId: blockOf(talk, root.reading, root.paragraph).id,
        startOffset: anchor?.start,
        endOffset: anchor?.end,
        quote: anchor?.quote,
        prefix: anchor?.prefix,
        suffix: anchor?.suffix,
        signal: comment.parent ? null : comment.signal,
        audience: root.audience,
        body: text,
        createdAt: at,
      },
    });
    if (targets.length > 0) await keepCitations(tx, { courseId, commentId: id }, targets);
    await recordEvent(tx, roomId, {
      type: "comment.posted",
      payload: { threadId: ids.of("comment", root.key), audience: root.audience },
      courseId,
      actorId: authorId,
      subjectId: id,
      at,
    });
  }
}

export async function writeResponses(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  const people = new Map(demo.people.map((person) => [person.key, person]));
  const assignmentOf = new Map(demo.prompts.map((prompt) => [prompt.key, prompt.assignment]));
  for (const response of demo.responses) {
    const groupId = groupOf(talk, people.get(response.author));
    const roomId = await room(tx, talk, assignmentOf.get(response.prompt) ?? "", groupId);
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
