import type { EventBody } from "@/domain/event";
import type { Transaction } from "@/server/adapters/db";
import { roomId } from "@/server/adapters/event-log";
import { chance } from "./chance";
import { assignmentsOfReadings, type Threaded, threadedComments } from "./comments";
import type { Talk } from "./talk";

/** What somebody did with a comment, a while after it was written. */
interface Deed {
  threaded: Threaded;
  by: string;
  /** Days from the first start. */
  day: number;
  event: EventBody;
}

/** A while after a day, and not in the future. */
const after = (day: number, ...words: string[]) => Math.min(day + 0.05 + chance(...words) * 0.9, -0.002);

/** Who found what helpful, or had the same question: some comments are liked by many, most by nobody. */
function reactionsTo(threaded: Threaded, talk: Talk): Deed[] {
  const { comment, group } = threaded;
  if (comment.audience !== "group") return [];
  const isQuestion = comment.parent === null && comment.signal === "question";
  const appeal = chance("appeal", comment.key) ** 2 * (isQuestion ? 0.5 : comment.parent ? 0.25 : 0.4);
  const readers = talk.demo.people.filter((one) => one.group === group && one.key !== comment.author);
  return readers
    .filter(({ key }) => chance("reacts", comment.key, key) < appeal)
    .map(({ key }) => ({
      threaded,
      by: key,
      day: after(comment.day, "when", comment.key, key),
      event: {
        type: "comment.reacted",
        payload: { reaction: isQuestion ? "same" : "helpful", on: true },
      },
    }));
}

function deedsOf(talk: Talk): Deed[] {
  const threaded = threadedComments(talk.demo);
  const byKey = new Map(threaded.map((one) => [one.comment.key, one]));
  const known = (key: string) => {
    const found = byKey.get(key);
    if (!found) throw new Error(`The demo marks an unknown comment: ${key}`);
    return found;
  };
  const { answers, pinned, resolved } = talk.demo.marks;
  const mark = (key: string, by: string | null, from: string, event: EventBody): Deed => {
    const threaded = known(key);
    return {
      threaded,
      by: by ?? threaded.root.author,
      day: after(known(from).comment.day, "mark", key),
      event,
    };
  };
  const lastOf = (key: string) => threaded.findLast(({ root }) => root.key === key)?.comment.key ?? key;
  return [
    ...threaded.flatMap((one) => reactionsTo(one, talk)),
    ...Object.entries(answers).map(([question, reply]) =>
      mark(question, null, reply, {
        type: "comment.answered",
        payload: { replyId: talk.ids.of("comment", reply) },
      }),
    ),
    ...resolved.map((key) =>
      mark(key, null, lastOf(key), { type: "comment.resolved", payload: { on: true } }),
    ),
    ...pinned.map(({ comment, by }) =>
      mark(comment, by, comment, { type: "comment.pinned", payload: { on: true } }),
    ),
  ].sort((a, b) => a.day - b.day);
}

/** What the deeds leave on a comment: as many changes, and the marks. */
function changeOf(talk: Talk, deeds: Deed[]) {
  const change: {
    revision: { increment: number };
    resolvedAt?: Date;
    pinnedAt?: Date;
    answerId?: string | null;
  } = { revision: { increment: deeds.length } };
  for (const { day, event } of deeds) {
    const at = talk.clock.moment(day);
    if (event.type === "comment.resolved") change.resolvedAt = at;
    if (event.type === "comment.pinned") change.pinnedAt = at;
    if (event.type === "comment.answered") change.answerId = event.payload.replyId;
  }
  return change;
}

/** What was done with the comments once they stood: reactions, answers, what was resolved and what staff pinned. */
export async function writeMarks(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  const weeks = assignmentsOfReadings(demo);
  const deeds = deedsOf(talk);
  const reactions = deeds.flatMap(({ threaded, by, day, event }) =>
    event.type === "comment.reacted"
      ? [
          {
            commentId: ids.of("comment", threaded.comment.key),
            courseId,
            membershipId: ids.of("member", by),
            kind: event.payload.reaction,
            at: clock.moment(day),
          },
        ]
      : [],
  );
  await tx.reaction.createMany({ data: reactions });
  const byComment = new Map<string, Deed[]>();
  for (const deed of deeds) {
    const { key } = deed.threaded.comment;
    byComment.set(key, [...(byComment.get(key) ?? []), deed]);
  }
  for (const [key, ofComment] of byComment) {
    await tx.comment.update({ where: { id: ids.of("comment", key) }, data: changeOf(talk, ofComment) });
  }
  for (const { threaded, by, day, event } of deeds) {
    const { comment, group } = threaded;
    const assignmentId = ids.of("assignment", weeks.get(comment.reading)?.key ?? "");
    const room = roomId({ courseId, assignmentId, groupId: ids.of("group", group) });
    talk.log.record(room, {
      ...event,
      courseId,
      actorId: ids.of("member", by),
      subjectId: ids.of("comment", comment.key),
      at: clock.moment(day),
    });
  }
}
