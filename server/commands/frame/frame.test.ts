import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { FrameDraft } from "@/domain/frame/frame";
import { MOST_TERMS } from "@/domain/prompt/term-input";
import { type Refusal, Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { createCourse } from "@/server/commands/course/create-course";
import { courseAccess } from "@/server/queries/course-access";
import { frameOf, framePage, framesOfMine, sourcesToCopy } from "@/server/queries/frame";
import { frameUses } from "@/server/queries/frame-uses";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { copyFrame } from "./copy-frame";
import { saveFrame } from "./save-frame";

async function refusalOf(work: Promise<unknown>): Promise<Refusal | "done"> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const standing = async (): Promise<FrameDraft & { version: number }> => {
  const { version, positions, dimensions } = await frameOf(cast.instructor);
  return { version, positions, dimensions };
};

const save = (access: Cast["instructor"], { version, ...frame }: FrameDraft & { version: number }) =>
  saveFrame(access, { version, frame }, today);

const position = (name: string): FrameDraft["positions"][number] => ({
  id: uuidv7(),
  name,
  short: name,
  line: "",
  account: "",
  sources: "",
  colour: "pos-1",
});

const renamed = (frame: FrameDraft & { version: number }, name: string) => ({
  ...frame,
  positions: frame.positions.map((each, at) => (at === 0 ? { ...each, name } : each)),
});

const holdsPosition = (positionId: string) =>
  db().stance.create({
    data: {
      id: uuidv7(),
      courseId: cast.courseId,
      authorId: cast.ada.actor.membershipId,
      moment: "before",
      confidence: 3,
      positionId,
    },
  });

describe("saving the frame", () => {
  it("adds, changes and orders, and counts the save", async () => {
    const frame = await standing();
    const more = { ...frame, positions: [position("Concert"), ...renamed(frame, "The Charter").positions] };
    const saved = await save(cast.assistant, more);
    expect(saved.version).toBe(2);
    expect(saved.positions.map(({ name }) => name)).toEqual([
      "Concert",
      "The Charter",
      "Spheres of influence",
    ]);
    expect(await db().event.count({ where: { courseId: cast.courseId, type: "frame.revised" } })).toBe(1);
    // Sent again, it finds what it left.
    expect(await save(cast.assistant, more)).toEqual(saved);
    expect(await db().event.count({ where: { courseId: cast.courseId, type: "frame.revised" } })).toBe(1);
  });

  it("of two at once takes one, and tells the other what stands: nothing is lost", async () => {
    const frame = await standing();
    const sent = [renamed(frame, "By Inés"), renamed(frame, "By Tomasz")] as const;
    const answers = await Promise.all([
      refusalOf(save(cast.instructor, sent[0])),
      refusalOf(save(cast.assistant, sent[1])),
    ]);
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(answers.find((answer) => answer !== "done")).toMatchObject({
      code: "stale",
      current: { version: 2, text: expect.stringContaining(answers[0] === "done" ? "By Inés" : "By Tomasz") },
    });
    const kept = await standing();
    expect(kept.version).toBe(2);
    const loser = answers[0] === "done" ? sent[1] : sent[0];
    // The loser's own words stand where they wrote them, and can be saved on what stands now.
    const combined = { ...kept, positions: [...kept.positions, position("Third")] };
    const again = renamed(combined, loser.positions[0]?.name ?? "");
    expect((await save(cast.instructor, again)).positions.map(({ name }) => name)).toEqual([
      loser.positions[0]?.name,
      "Spheres of influence",
      "Third",
    ]);
  });

  it("deletes what nobody uses, and archives with all that hangs on it what somebody does", async () => {
    await holdsPosition(cast.positionId);
    const frame = await standing();
    const left = await save(cast.instructor, { ...frame, positions: [position("Concert")] });
    expect(left.positions.map(({ name }) => name)).toEqual(["Concert"]);
    expect(left.removed.positions.map(({ id }) => id)).toEqual([cast.positionId]);
    expect(await db().position.count({ where: { id: cast.otherPositionId } })).toBe(0);
    expect(await db().stance.count({ where: { positionId: cast.positionId } })).toBe(1);
    const back = await save(cast.instructor, {
      version: left.version,
      positions: [...left.positions, ...left.removed.positions],
      dimensions: left.dimensions,
    });
    expect(back.positions.map(({ id }) => id)).toContain(cast.positionId);
    expect(back.removed.positions).toEqual([]);
  });

  it("is for staff, and takes no other course's positions", async () => {
    const frame = await standing();
    expect(await refusalOf(save(cast.ada, frame))).toEqual({ code: "not-allowed" });
    expect(await refusalOf(save(cast.observer, frame))).toEqual({ code: "not-allowed" });
    const other = await makeCourse();
    const theirs = { ...position("Theirs"), id: other.positionId };
    expect(await refusalOf(save(cast.instructor, { ...frame, positions: [theirs] }))).toEqual({
      code: "id-taken",
    });
    expect(await db().position.count({ where: { id: other.positionId, courseId: other.courseId } })).toBe(1);
  });

  it("shows everybody what stands, and only staff what was taken out", async () => {
    await holdsPosition(cast.positionId);
    const frame = await standing();
    const account = "As it says: [[1 ¶2]], [[7 ¶1]].";
    const [, other] = frame.positions;
    await save(cast.instructor, { ...frame, positions: other ? [{ ...other, account }] : [] });
    const seen = await framePage(cast.ada, today);
    expect(seen.can.write).toBe(false);
    expect(seen.removed).toEqual({ positions: [], dimensions: [] });
    expect(seen.chips[0]?.account).toMatchObject([
      { position: 0, reading: 1, paragraph: 2, paragraphId: cast.paragraphIds[1] },
    ]);
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { publishedAt: null } });
    expect((await framePage(cast.ada, today)).chips[0]?.account).toEqual([]);
  });

  it("tells staff in numbers what hangs on what, and nothing of drafts but that there is something", async () => {
    await holdsPosition(cast.positionId);
    const { readingId, courseId, rooms, positionId, dimensionId } = cast;
    await db().evidence.create({
      data: {
        id: uuidv7(),
        courseId,
        roomId: rooms.a,
        authorId: cast.ada.actor.membershipId,
        readingId,
        paragraphId: cast.paragraphIds[0] ?? "",
        startOffset: 0,
        endOffset: 2,
        quote: "On",
        claim: "",
        relation: "supports",
        positionId,
        dimensionId,
      },
    });
    const uses = await frameUses(cast.assistant);
    expect(uses.positions).toMatchObject([
      { id: positionId, stances: 1, evidence: 0, inUse: true },
      { id: cast.otherPositionId, stances: 0, inUse: false },
    ]);
    expect(uses.dimensions).toMatchObject([{ id: dimensionId, evidence: 0, inUse: true }]);
    expect(await refusalOf(frameUses(cast.ada))).toEqual({ code: "not-allowed" });
  });
});

describe("copying a frame", () => {
  const withTerm = async (from: Cast) => {
    const id = uuidv7();
    const { courseId } = from;
    await db().term.create({
      data: {
        id,
        courseId,
        position: 1,
        name: "bloc",
        forms: { create: { courseId, position: 0, language: "en", words: "bloc" } },
      },
    });
  };
  const joins = (from: Cast, role: "assistant" | "student") =>
    db().membership.create({
      data: { id: uuidv7(), courseId: from.courseId, userId: cast.instructor.userId, role },
    });

  it("leaves out the terms for which there is no room", async () => {
    const from = await makeCourse();
    await withTerm(from);
    await joins(from, "assistant");
    const { courseId } = cast;
    const most = Array.from({ length: MOST_TERMS }, (_, at) => ({ name: `Nr. ${at}`, position: at + 1 }));
    await db().term.createMany({ data: most.map((each) => ({ ...each, id: uuidv7(), courseId })) });
    await copyFrame(cast.instructor, from.courseId, today);
    expect(await db().term.count({ where: { courseId } })).toBe(MOST_TERMS);
  });

  it("adds what is not there yet, with ids of its own, once", async () => {
    const from = await makeCourse();
    await withTerm(from);
    await joins(from, "assistant");
    await db().position.update({
      where: { id: from.positionId },
      data: { name: "A league", short: "League" },
    });
    expect(await sourcesToCopy(cast.instructor)).toMatchObject([{ id: from.courseId, terms: 1 }]);
    const copied = await copyFrame(cast.instructor, from.courseId, today);
    expect(copied.positions.map(({ name }) => name)).toEqual([
      "The Charter order",
      "Spheres of influence",
      "A league",
    ]);
    expect(copied.positions.map(({ id }) => id)).not.toContain(from.positionId);
    expect(new Set(copied.positions.map(({ colour }) => colour)).size).toBe(3);
    expect(await copyFrame(cast.instructor, from.courseId, today)).toEqual(copied);
    const terms = await db().term.findMany({ where: { courseId: cast.courseId }, include: { forms: true } });
    expect(terms).toMatchObject([{ name: "bloc", forms: [{ words: "bloc" }] }]);
    // The other course is as it was.
    expect(await db().position.count({ where: { courseId: from.courseId } })).toBe(2);
  });

  it("is of courses where one is staff", async () => {
    const from = await makeCourse();
    expect(await refusalOf(copyFrame(cast.instructor, from.courseId, today))).toEqual({ code: "not-found" });
    await joins(from, "student");
    expect(await refusalOf(copyFrame(cast.instructor, from.courseId, today))).toEqual({ code: "not-found" });
    expect(await sourcesToCopy(cast.instructor)).toEqual([]);
  });
});

describe("a new course's frame", () => {
  const details = () => ({ id: uuidv7(), title: "New", subtitle: "", term: "", timeZone: "UTC" });
  const claim = () => ({ userId: cast.instructor.userId, sessionVersion: 1 });

  it("comes from a template", async () => {
    const course = details();
    await createCourse(claim(), { ...course, frame: { kind: "template", key: "motion" } }, today);
    const frame = await frameOf(await courseAccess(claim(), course.id));
    expect(frame.positions.map(({ short }) => short)).toEqual(["For", "Against", "Amend"]);
    expect(frame.dimensions).toHaveLength(4);
  });

  it("or from a course where one is staff, once however often it is sent", async () => {
    const course = { ...details(), frame: { kind: "copy" as const, courseId: cast.courseId } };
    await Promise.all([createCourse(claim(), course, today), createCourse(claim(), course, today)]);
    const frame = await frameOf(await courseAccess(claim(), course.id));
    expect(frame.positions.map(({ name }) => name)).toEqual(["The Charter order", "Spheres of influence"]);
    expect(frame.positions.map(({ id }) => id)).not.toContain(cast.positionId);
    expect((await framesOfMine(claim())).map(({ id }) => id).sort()).toEqual(
      [cast.courseId, course.id].sort(),
    );
  });

  it("and no course is opened for a frame that is not there, or not to be seen", async () => {
    const other = await makeCourse();
    for (const frame of [
      { kind: "template" as const, key: "no such" },
      { kind: "copy" as const, courseId: other.courseId },
      { kind: "copy" as const, courseId: uuidv7() },
    ]) {
      const course = details();
      expect(await refusalOf(createCourse(claim(), { ...course, frame }, today))).toEqual({
        code: "not-found",
      });
      expect(await db().course.count({ where: { id: course.id } })).toBe(0);
    }
    const ada = { userId: cast.ada.userId, sessionVersion: 1 };
    const mine = { ...details(), frame: { kind: "copy" as const, courseId: cast.courseId } };
    expect(await refusalOf(createCourse(ada, mine, today))).toEqual({ code: "not-found" });
  });
});
