import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { mergeEvidence } from "@/server/commands/evidence/merge-evidence";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { postNote } from "@/server/commands/note/post-note";
import { replyToResponse } from "@/server/commands/response/reply-to-response";
import { saveResponse } from "@/server/commands/response/save-response";
import { stateDifference } from "@/server/commands/term/state-difference";
import { type Cast, inDays, makeCourse, texts, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import { citedInReading, citedParagraph } from "./cited";
import { commentsOfReading } from "./comment";
import type { CourseAccess } from "./course-access";
import { discussionOfReading } from "./discussion";
import { notesOn } from "./note";
import { promptPage } from "./prompt";
import { eventsAfter, frameOf } from "./room-event";
import { threadOf } from "./thread";

const SECRET = "What is read only next week.";

/** A reading of an assignment that opens tomorrow. */
async function nextWeek({ courseId, instructor, groups }: Cast) {
  const [assignmentId, versionId] = [uuidv7(), uuidv7()];
  const dates = { publishedAt: inDays(-1), opensAt: inDays(1), dueAt: inDays(3), closesAt: inDays(4) };
  await db().assignment.create({
    data: {
      id: assignmentId,
      courseId,
      position: 2,
      title: "Two",
      ...dates,
      points: 1,
      groupSetId: groups.setId,
    },
  });
  const paragraph = {
    id: uuidv7(),
    courseId,
    position: 1,
    number: 1,
    kind: "paragraph",
    text: SECRET,
  } as const;
  await db().source.create({
    data: {
      id: uuidv7(),
      courseId,
      createdById: instructor.actor.membershipId,
      versions: {
        create: { id: versionId, courseId, number: 1, title: SECRET, paragraphs: { create: paragraph } },
      },
    },
  });
  await db().reading.create({ data: { id: uuidv7(), courseId, assignmentId, versionId, position: 2 } });
}

it("what staff cite of a text that is not open yet is told to nobody who may not read it", async () => {
  const cast = await makeCourse();
  const { courseId, readingId, promptId, ada, instructor } = cast;
  await nextWeek(cast);
  const body = "Compare [[1 \u00b62]] and [[2 \u00b61]].";

  const commentId = uuidv7();
  await postComment(
    instructor,
    {
      id: commentId,
      readingId,
      paragraphId: cast.paragraphIds[0] ?? "",
      passage: null,
      signal: null,
      audience: "group",
      body,
      groupId: cast.groups.a,
    },
    today,
  );
  const responseId = uuidv7();
  const answer = { id: responseId, promptId, version: 0, positionId: null, body: "Mine." };
  await saveResponse(ada, answer, "post", today);
  const reply = { id: uuidv7(), parentId: responseId, relation: "ask", body } as const;
  await replyToResponse(instructor, reply, today);
  const piece = await recordEvidence(ada, passageAtWork(cast, "It binds nobody."), today);
  const on = { kind: "evidence", id: piece.id } as const;
  await postNote(instructor, { id: uuidv7(), on, body }, today);

  const told = async (access: CourseAccess, now: Date) => {
    const discussion = await discussionOfReading(access, readingId, now);
    return [
      (await commentsOfReading(access, discussion, readingId)).comments,
      await threadOf(access, commentId, now),
      await promptPage(access, promptId, now).then(({ responses }) => responses),
      await notesOn(access, on, now),
    ].map((part) => JSON.stringify(part).includes(SECRET));
  };
  expect(await told(ada, today)).toEqual([false, false, false, false]);
  expect(await told(cast.observer, today)).toEqual([false, false, false, false]);
  expect(await told(instructor, today)).toEqual([true, true, true, true]);
  expect(await told(ada, inDays(2))).toEqual([true, true, true, true]);

  const { roomId } = await db().comment.findUniqueOrThrow({ where: { id: commentId, courseId } });
  const [event] = await eventsAfter(roomId, 0, 1);
  if (!event?.comment) throw new Error("the first event is of the comment");
  const known = { ...event, comment: event.comment };
  const naming = { hidden: false, names: "named", aliases: new Map() } as const;
  expect(JSON.stringify(frameOf(roomId, known, naming, today))).not.toContain(SECRET);
  expect(JSON.stringify(frameOf(roomId, known, naming, inDays(2)))).toContain(SECRET);
});

it("a note under a term that was taken out is listed only for whoever can open it there", async () => {
  const cast = await makeCourse();
  const { courseId, readingId, ada } = cast;
  const [one = "", two = ""] = cast.paragraphIds;
  const [termId, id] = [uuidv7(), uuidv7()];
  await db().term.create({ data: { id: termId, courseId, position: 1, name: "treaty" } });
  const places = { left: { readingId, paragraphId: one }, right: { readingId, paragraphId: two } };
  await stateDifference(ada, { id, termId, ...places, claim: "One binds." }, today);
  await postNote(cast.liming, { id: uuidv7(), on: { kind: "difference", id }, body: "See [[1 ¶2]]." }, today);
  const listed = async (access: CourseAccess) =>
    (await citedParagraph(access, { readingId, paragraphId: two }, today)).total;
  expect([await listed(ada), await listed(cast.instructor)]).toEqual([1, 1]);
  await db().term.update({ where: { id: termId }, data: { removedAt: today } });
  expect([await listed(ada), await listed(cast.instructor)]).toEqual([0, 1]);
});

it("a piece merged under one of another paragraph goes on being listed where it stands", async () => {
  const cast = await makeCourse();
  const { ada, readingId } = cast;
  const [first = "", second = ""] = cast.paragraphIds;
  const head = passageAtWork(cast, "It binds nobody.");
  const quote = texts[0].slice(0, 20);
  const there = { paragraphId: first, passage: { start: 0, end: 20, quote } };
  const [elsewhere, beside] = [
    { ...passageAtWork(cast, "Nobody is bound."), ...there },
    passageAtWork(cast, "Nobody is bound by it."),
  ];
  for (const piece of [head, elsewhere, beside]) await recordEvidence(ada, piece, today);
  for (const { id } of [elsewhere, beside]) await mergeEvidence(ada, { id, intoId: head.id }, today);
  const listed = async (paragraphId: string) => {
    const { items } = await citedParagraph(cast.liming, { readingId, paragraphId }, today);
    return items.map(({ id }) => id);
  };
  expect([await listed(first), await listed(second)]).toEqual([[elsewhere.id], [head.id]]);
  const counts = (await citedInReading(cast.liming, readingId, today)).paragraphs;
  expect(counts.map(({ position, evidence }) => [position, evidence])).toEqual([
    [1, 1],
    [2, 1],
  ]);
});
