import { describePassage } from "@/domain/anchor/passage";
import { findMentions } from "@/domain/comment/mention";
import { countWords } from "@/domain/prompt/citation";
import type { Transaction } from "@/server/adapters/db";
import { withCitations, writeCitations } from "./citations";
import type { Demo, DemoComment } from "./content/types";
import { blockOf, groupOf, roomOf, type Talk } from "./talk";

/** A comment of the demo with the thread it belongs to. */
export interface Threaded {
  comment: DemoComment;
  root: DemoComment;
  /** The key of the group in which the thread stands. */
  group: string;
}

/** All comments in the order in which they were written. Staff open a thread in the group of whoever answers first. */
export function threadedComments(demo: Demo): Threaded[] {
  const people = new Map(demo.people.map((person) => [person.key, person]));
  const all = new Map(demo.comments.map((comment) => [comment.key, comment]));
  const rootOf = (comment: DemoComment): DemoComment => {
    const parent = comment.parent && all.get(comment.parent);
    return parent ? rootOf(parent) : comment;
  };
  const inOrder = demo.comments.toSorted((a, b) => a.day - b.day);
  const groups = new Map<string, string>();
  for (const comment of inOrder) {
    const group = people.get(comment.author)?.group;
    const root = rootOf(comment).key;
    if (group && !groups.has(root)) groups.set(root, group);
  }
  return inOrder.map((comment) => {
    const root = rootOf(comment);
    return { comment, root, group: groups.get(root.key) ?? demo.course.groups[0] ?? "" };
  });
}

/** The assignment in which a reading is talked about, by the reading's key. */
export const assignmentsOfReadings = (demo: Demo) =>
  new Map(demo.assignments.flatMap((week) => week.readings.map((key) => [key, week] as const)));

/** The place of a quotation in a block. @throws if it is not there */
export function anchorOf(talk: Talk, reading: string, place: { paragraph: number; quote: string }) {
  const { id, text } = blockOf(talk, reading, place.paragraph);
  const start = text.indexOf(place.quote);
  const anchor = start < 0 ? null : describePassage(text, start, start + place.quote.length);
  if (!anchor) throw new Error(`The demo quotes what is not there: ${place.quote}`);
  return { ...anchor, paragraphId: id };
}

function spansOf(talk: Talk, { reading, spans = [] }: DemoComment) {
  return spans.map((span, index) => {
    const { start, end, quote, paragraphId } = anchorOf(talk, reading, span);
    return {
      courseId: talk.courseId,
      position: index + 1,
      paragraphId,
      startOffset: start,
      endOffset: end,
      quote,
    };
  });
}

export async function writeComments(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  const weeks = assignmentsOfReadings(demo);
  const voices = demo.people.map(({ key, name }) => ({ key, name }));
  const threaded = threadedComments(demo);
  for (const { comment } of threaded) ids.make("comment", comment.key, clock.moment(comment.day));
  const rooms = new Map<string, string>();
  for (const { comment, root, group } of threaded) {
    const week = weeks.get(comment.reading)?.key ?? "";
    const roomId =
      rooms.get(`${week} ${group}`) ?? (await roomOf(tx, talk, week, groupOf(talk, { group }) ?? ""));
    rooms.set(`${week} ${group}`, roomId);
    const { quote, paragraph, reading } = comment;
    const anchor = quote && !comment.parent ? anchorOf(talk, reading, { paragraph, quote }) : null;
    const id = ids.of("comment", comment.key);
    const authorId = ids.of("member", comment.author);
    const at = clock.moment(comment.day);
    const { text, targets } = withCitations(talk, comment.body);
    const threadId = ids.of("comment", root.key);
    const mentions = findMentions(text, voices).map(({ key, words }) => ({
      courseId,
      membershipId: ids.of("member", key),
      words,
    }));
    await tx.comment.create({
      data: {
        id,
        courseId,
        roomId,
        readingId: ids.of("reading", reading),
        authorId,
        threadId,
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
        words: countWords(text),
        createdAt: at,
        ...(comment.spans && { spans: { createMany: { data: spansOf(talk, comment) } } }),
        ...(mentions.length > 0 && { mentions: { createMany: { data: mentions } } }),
      },
    });
    await writeCitations(tx, courseId, { commentId: id }, targets);
    talk.log.record(roomId, {
      type: "comment.posted",
      payload: { threadId, audience: root.audience },
      courseId,
      actorId: authorId,
      subjectId: id,
      at,
    });
  }
}
