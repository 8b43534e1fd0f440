import { describePassage } from "@/domain/anchor/passage";
import { findMentions } from "@/domain/comment/mention";
import { countWords } from "@/domain/prompt/citation";
import type { Transaction } from "@/server/adapters/db";
import { citationRows, withCitations } from "./citations";
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

/** Everything of one comment, in the rows that hold it. */
function rowsOf(
  talk: Talk,
  { comment, root }: Threaded,
  roomId: string,
  voices: { key: string; name: string }[],
) {
  const { ids, clock, courseId } = talk;
  const { quote, paragraph, reading } = comment;
  const anchor = quote && !comment.parent ? anchorOf(talk, reading, { paragraph, quote }) : null;
  const commentId = ids.of("comment", comment.key);
  const { text, targets } = withCitations(talk, comment.body);
  return {
    comment: {
      id: commentId,
      courseId,
      roomId,
      readingId: ids.of("reading", reading),
      authorId: ids.of("member", comment.author),
      threadId: ids.of("comment", root.key),
      threadAuthorId: ids.of("member", root.author),
      parentId: comment.parent ? ids.of("comment", comment.parent) : null,
      paragraphId: blockOf(talk, root.reading, root.paragraph).id,
      startOffset: anchor?.start ?? null,
      endOffset: anchor?.end ?? null,
      quote: anchor?.quote ?? null,
      prefix: anchor?.prefix ?? null,
      suffix: anchor?.suffix ?? null,
      signal: comment.parent ? null : comment.signal,
      audience: root.audience,
      body: text,
      words: countWords(text),
      createdAt: clock.moment(comment.day),
    },
    spans: spansOf(talk, comment).map((span) => ({ commentId, ...span })),
    mentions: findMentions(text, voices).map(({ key, words }) => ({
      commentId,
      courseId,
      membershipId: ids.of("member", key),
      words,
    })),
    citations: citationRows(courseId, { commentId }, targets),
  };
}

export async function writeComments(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  const weeks = assignmentsOfReadings(demo);
  const voices = demo.people.map(({ key, name }) => ({ key, name }));
  const threaded = threadedComments(demo);
  for (const { comment } of threaded) ids.make("comment", comment.key, clock.moment(comment.day));
  const all: ReturnType<typeof rowsOf>[] = [];
  for (const one of threaded) {
    const { comment, root, group } = one;
    const week = weeks.get(comment.reading)?.key ?? "";
    const room = await roomOf(tx, talk, week, groupOf(talk, { group }) ?? "");
    const rows = rowsOf(talk, one, room, voices);
    all.push(rows);
    talk.log.record(room, {
      type: "comment.posted",
      payload: { threadId: rows.comment.threadId, audience: root.audience },
      courseId,
      actorId: rows.comment.authorId,
      subjectId: rows.comment.id,
      at: rows.comment.createdAt,
    });
  }
  await tx.comment.createMany({ data: all.map((one) => one.comment) });
  await tx.commentSpan.createMany({ data: all.flatMap((one) => one.spans) });
  await tx.mention.createMany({ data: all.flatMap((one) => one.mentions) });
  await tx.citation.createMany({ data: all.flatMap((one) => one.citations) });
}
