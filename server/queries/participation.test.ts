import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { Id } from "@/domain/id";
import { defaultParticipation, type Part } from "@/domain/participation/policy";
import type { ParticipationResult } from "@/domain/participation/result";
import { db } from "@/server/adapters/db";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { editComment } from "@/server/commands/comment/edit-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { reactToComment } from "@/server/commands/comment/react-to-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { deleteEvidence } from "@/server/commands/evidence/delete-evidence";
import { mergeEvidence } from "@/server/commands/evidence/merge-evidence";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { type Cast, inDays, makeCourse, texts, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import type { CourseAccess } from "./course-access";
import { ownWords } from "./grade-own-words";
import {
  type MeasuredAssignment,
  participationFields,
  participationOf,
  participationOfAll,
  releasedParticipation,
} from "./participation";

let cast: Cast;
let assignment: MeasuredAssignment;
const ids: Record<string, Id> = {};

const own = "Nobody was asked whether the words bind anybody at all";
const cites = "Compare what is said of those words elsewhere, in [[1 ¶3]] and again [[1 ¶3]], with [[1 ¶2]]";
const minutes = (n: number) => new Date(today.getTime() + n * 60_000);

async function post(
  access: CourseAccess,
  name: string,
  body: string,
  more: Partial<Parameters<typeof postComment>[1]> = {},
  at = minutes(Object.keys(ids).length),
) {
  const id = uuidv7();
  ids[name] = id;
  const place = { readingId: cast.readingId, paragraphId: cast.paragraphIds[1] ?? null, passage: null };
  await postComment(access, { id, ...place, signal: null, audience: "group", body, ...more }, at);
}

async function reply(access: CourseAccess, name: string, to: string, body: string) {
  const id = uuidv7();
  ids[name] = id;
  await replyToComment(access, { id, parentId: ids[to] ?? "", body }, minutes(Object.keys(ids).length));
}

async function file(access: CourseAccess, name: string, claim: string) {
  const sent = passageAtWork(cast, claim);
  ids[name] = sent.id;
  await recordEvidence(access, sent, minutes(Object.keys(ids).length));
}

const namesOf = (of: readonly { id: Id }[] = []) =>
  of.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
const partOf = (result: ParticipationResult | null, part: Part) =>
  result?.parts.find((each) => each.part === part);
const from = (result: ParticipationResult | null, part: Part) => namesOf(partOf(result, part)?.from);
const ofAda = () => participationOf(cast.instructor, assignment, cast.ada.actor.membershipId);

beforeAll(async () => {
  cast = await makeCourse();
  await db().assignment.update({
    where: { id: cast.assignmentId },
    data: {
      participationPoints: 10,
      participation: { ...defaultParticipation, evidence: { weight: 10, wanted: 2 } },
      latePolicy: { kind: "perDay", graceMinutes: 0, percent: 20, floor: 0 },
    },
  });
  assignment = await db().assignment.findUniqueOrThrow({
    where: { id: cast.assignmentId },
    select: participationFields,
  });
  await post(cast.ada, "first", own);
  await post(cast.ada, "citing", cites);
  await post(cast.ada, "again", own.toUpperCase());
  await post(cast.ada, "quoting", texts[1]);
  await post(cast.ada, "private", "A note to myself about the order of the words", { audience: "private" });
  await post(cast.ada, "asked", "Does the speech itself say so in as many words?", {
    audience: "instructors",
  });
  await post(cast.ada, "gone", "This was better left unsaid among friends today");
  await deleteComment(cast.ada, ids.gone ?? "", minutes(30));
  await post(cast.liming, "liming's", "The secretariat that it lacks is what would make it bind anybody");
  await reply(
    cast.ada,
    "copied",
    "liming's",
    "The secretariat that it lacks is what would make it bind anybody!",
  );
  await reply(cast.ada, "replied", "liming's", "Lacking one, who then decides what the words come to?");
  await reply(cast.liming, "received", "first", "It was not for them to be asked, I should say.");
  await reply(cast.liming, "received twice", "first", "Nor was it for those who asked in their place.");
  await reply(cast.assistant, "by staff", "asked", "It does so in its second sentence, and again later.");
  await file(cast.ada, "piece", "It binds nobody.");
  await file(cast.ada, "same piece", "It binds nobody!");
  await file(cast.ada, "under another", "Nobody is bound by it.");
  await mergeEvidence(cast.ada, { id: ids["under another"] ?? "", intoId: ids.piece ?? "" }, minutes(60));
  await file(cast.ada, "withdrawn", "It binds those who sign.");
  await deleteEvidence(cast.ada, ids.withdrawn ?? "", minutes(70));
  const elsewhere = { paragraphId: cast.paragraphIds[0] ?? null };
  // A day and a half after it was due.
  await post(cast.ada, "late", "Only now I see who is meant by those in the corner", elsewhere, inDays(4.5));
});

describe("a student's participation", () => {
  it("is read out of the log, with the events it came from", async () => {
    const result = await ofAda();
    expect(from(result, "comments")).toEqual(["first", "citing", "asked", "replied", "late"]);
    expect(from(result, "spread")).toEqual(["first", "late"]);
    expect(partOf(result, "timeliness")).toMatchObject({
      inTime: 4,
      late: 1,
      share: { above: 460, below: 500 },
    });
    expect(partOf(result, "replies")).toMatchObject({ given: { value: 1 }, received: { value: 2 } });
    expect(from(result, "replies")).toEqual(["replied", "received", "by staff"]);
    expect(partOf(result, "citations")).toMatchObject({ value: 1 });
    expect(from(result, "citations")).toEqual(["citing"]);
    expect(from(result, "evidence")).toEqual(["piece"]);
    expect(
      result?.notCounted.map((each) => [
        ...namesOf([each]),
        each.because,
        ...namesOf(each.of ? [{ id: each.of }] : []),
      ]),
    ).toEqual([
      ["again", "repeated", "first"],
      ["quoting", "quoted"],
      ["private", "private"],
      ["gone", "deleted"],
      ["copied", "copied", "liming's"],
      ["same piece", "repeated", "piece"],
      ["under another", "merged", "piece"],
      ["withdrawn", "deleted"],
    ]);
    const first = partOf(result, "comments")?.from[0];
    expect(
      await db().event.findUniqueOrThrow({
        where: { roomId_seq: { roomId: first?.room ?? "", seq: first?.seq ?? 0 } },
      }),
    ).toMatchObject({ type: "comment.posted", subjectId: ids.first, at: first?.at });
    expect(result?.most).toBe("10");
    const received = partOf(result, "replies")?.from.at(-1);
    expect(received?.thread).toEqual({ readingId: cast.readingId, threadId: ids.asked });
  });

  it("is the same for the class as for each, with when work was handed in", async () => {
    const all = await participationOfAll(cast.assistant, cast.assignmentId);
    expect([...all.keys()].sort()).toEqual(
      [cast.ada, cast.liming, cast.stranger].map(({ actor }) => actor.membershipId).sort(),
    );
    expect(all.get(cast.ada.actor.membershipId)).toEqual({
      participation: await ofAda(),
      handedInAt: inDays(4.5),
    });
    expect(all.get(cast.stranger.actor.membershipId)).toMatchObject({
      participation: { score: "0" },
      handedInAt: null,
    });
  });

  it("goes by the student's own dates", async () => {
    await db().extension.create({
      data: {
        id: uuidv7(),
        courseId: cast.courseId,
        assignmentId: cast.assignmentId,
        studentId: cast.ada.actor.membershipId,
        dueAt: inDays(5),
        closesAt: inDays(6),
        createdById: cast.instructor.actor.membershipId,
        createdAt: today,
      },
    });
    const all = await participationOfAll(cast.instructor, cast.assignmentId);
    const ada = all.get(cast.ada.actor.membershipId)?.participation ?? null;
    expect(partOf(ada, "timeliness")).toMatchObject({ inTime: 5, late: 0 });
    expect(ada?.through).toEqual(inDays(6));
    await db().extension.deleteMany({ where: { assignmentId: cast.assignmentId } });
  });

  it("shows the student, once released, the same without naming what others wrote", async () => {
    const studentId = cast.ada.actor.membershipId;
    const released = { studentId, releasedAt: today };
    const shown = await releasedParticipation(cast.ada, assignment, released);
    const told = await ofAda();
    const parts = told?.parts.map((part) => ({
      ...part,
      from: part.from.map(({ kind, id, room, seq, at }) => ({ kind, id, room, seq, at })),
    }));
    expect({ ...shown, notCounted: [] }).toEqual({ ...told, parts, notCounted: [] });
    expect(shown?.notCounted.find(({ because }) => because === "copied")?.of).toBeNull();
    expect(JSON.stringify(shown)).not.toContain(ids["liming's"]);
    const hidden = { refusal: { code: "not-found" } };
    await expect(
      releasedParticipation(cast.ada, assignment, { studentId, releasedAt: null }),
    ).rejects.toMatchObject(hidden);
    await expect(releasedParticipation(cast.liming, assignment, released)).rejects.toMatchObject(hidden);
  });

  it("shows the student where the replies stand that were counted, and gives their words to no remark", async () => {
    const [received, elsewhere] = [ids.received ?? "", ids["liming's"] ?? ""];
    const remark = { kind: "comment", body: "Well put." } as const;
    const { places, remarks } = await ownWords(cast.ada, { [received]: remark }, [received, elsewhere]);
    expect(places).toMatchObject([{ id: received, threadId: ids.first, reading: 1, paragraph: 2 }]);
    expect(remarks).toMatchObject([{ subjectId: received, on: null }]);
  });

  it("is for those who grade, and nothing where it is worth nothing", async () => {
    const studentId = cast.ada.actor.membershipId;
    const refused = { refusal: { code: "not-allowed" } };
    for (const access of [cast.ada, cast.observer]) {
      await expect(participationOf(access, assignment, studentId)).rejects.toMatchObject(refused);
      await expect(participationOfAll(access, cast.assignmentId)).rejects.toMatchObject(refused);
    }
    const worthless = { ...assignment, participationPoints: assignment.participationPoints.minus(10) };
    expect(await participationOf(cast.instructor, worthless, studentId)).toBeNull();
  });

  it("is not found in another course", async () => {
    const elsewhere = await makeCourse();
    const studentId = cast.ada.actor.membershipId;
    await expect(participationOfAll(elsewhere.instructor, cast.assignmentId)).rejects.toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(await participationOf(elsewhere.instructor, assignment, studentId)).toMatchObject({ score: "0" });
  });

  it("is the same when it is computed again, after the close has passed and much has happened", async () => {
    const before = await ofAda();
    const late = inDays(5.5);
    await deleteComment(cast.instructor, ids.citing ?? "", late);
    await reactToComment(cast.instructor, { id: ids.first ?? "", reaction: "helpful", on: true }, late);
    const answer = {
      id: uuidv7(),
      parentId: ids.first ?? "",
      body: "One word more, now that it is over and done.",
    };
    await replyToComment(cast.instructor, answer, late);
    await deleteEvidence(cast.instructor, ids.piece ?? "", late);
    expect(await db().comment.findUniqueOrThrow({ where: { id: ids.citing } })).toMatchObject({ body: "" });
    expect(await ofAda()).toEqual(before);
  });

  it("goes by what a comment said at the close", async () => {
    const edit = { id: ids.first ?? "", version: 1, signal: null, body: "Never mind." };
    await editComment(cast.ada, edit, minutes(120));
    expect((await ofAda())?.notCounted).toContainEqual(
      expect.objectContaining({ id: ids.first, because: "short" }),
    );
  });
});
