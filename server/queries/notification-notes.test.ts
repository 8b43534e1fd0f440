import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { Prisma } from "@/prisma/client/client";
import { giveClassAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { postNote } from "@/server/commands/note/post-note";
import { stateDifference } from "@/server/commands/term/state-difference";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import type { CourseAccess } from "./course-access";
import { standingOf } from "./notification-standing";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const change = (data: Prisma.AssignmentUpdateInput) =>
  db().assignment.update({ where: { id: cast.assignmentId }, data });

async function turnBlind(): Promise<string> {
  const { courseId, assignmentId: id } = cast;
  await change({ blind: true });
  await transaction((tx) => giveClassAliases(tx, { id, courseId, names: "named", blind: true }));
  const membershipId = cast.liming.actor.membershipId;
  return (await db().alias.findFirstOrThrow({ where: { assignmentId: id, membershipId } })).name;
}

/** What Li Ming says under something, as somebody is told of it. */
async function told(access: CourseAccess, noteId: string, now = today) {
  const row = { id: uuidv7(), kind: "reply" as const, subjectId: noteId, assignmentId: null };
  return (await standingOf(access, [row], now)).get(row.id);
}

const says = async (on: { kind: "evidence" | "difference"; id: string }) =>
  (await postNote(cast.liming, { id: uuidv7(), on, body: "SECRET" }, today)).id;

describe("a word under a piece of evidence", () => {
  let noteId: string;
  beforeEach(async () => {
    const { id } = await recordEvidence(cast.ada, passageAtWork(cast, "Nobody is asked."), today);
    noteId = await says({ kind: "evidence", id });
  });

  it("is told of where others' words show, and waits while they do not", async () => {
    const seen = { state: "seen", tidings: { who: "Li Ming", text: "SECRET" } };
    expect(await told(cast.ada, noteId)).toMatchObject(seen);
    await change({ visibility: "postFirst", postFirst: 1 });
    expect(await told(cast.ada, noteId)).toEqual({ state: "held" });
    expect(await told(cast.assistant, noteId)).toMatchObject(seen);
    await change({ visibility: "closedUntilDue" });
    expect(await told(cast.ada, noteId)).toEqual({ state: "held" });
    expect(await told(cast.ada, noteId, inDays(4))).toMatchObject(seen);
  });

  it("goes by alias before staff while it is graded blind", async () => {
    const alias = await turnBlind();
    expect(await told(cast.assistant, noteId)).toMatchObject({ state: "seen", tidings: { who: alias } });
    expect(await told(cast.ada, noteId)).toMatchObject({ state: "seen", tidings: { who: "Li Ming" } });
  });
});

describe.each(["left", "right"])("a word under a difference whose %s side", (side) => {
  let noteId: string;
  beforeEach(async () => {
    const { courseId, versionId, readingId, paragraphIds } = cast;
    const termId = uuidv7();
    await db().term.create({ data: { id: termId, courseId, position: 1, name: "treaty" } });
    const assignmentId = uuidv7();
    const dates = { publishedAt: inDays(-5), opensAt: inDays(-4), dueAt: inDays(3), closesAt: inDays(5) };
    const week = { id: assignmentId, courseId, position: 2, title: "Week 2", points: 10, ...dates };
    await db().assignment.create({ data: week });
    const other = uuidv7();
    await db().reading.create({ data: { id: other, courseId, assignmentId, versionId, position: 2 } });
    const here = { readingId, paragraphId: paragraphIds[0] ?? "" };
    const there = { readingId: other, paragraphId: paragraphIds[1] ?? "" };
    const [left, right] = side === "left" ? [here, there] : [there, here];
    const id = uuidv7();
    await stateDifference(cast.ada, { id, termId, left, right, claim: "One binds." }, today);
    noteId = await says({ kind: "difference", id });
  });

  it("is shut waits", async () => {
    await change({ visibility: "closedUntilDue" });
    expect(await told(cast.ada, noteId)).toEqual({ state: "held" });
    expect(await told(cast.ada, noteId, inDays(4))).toMatchObject({ state: "seen" });
  });

  it("is graded blind goes by alias before staff", async () => {
    const alias = await turnBlind();
    expect(await told(cast.assistant, noteId)).toMatchObject({ state: "seen", tidings: { who: alias } });
  });
});
