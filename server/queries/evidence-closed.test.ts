import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { markHelpful } from "@/server/commands/evidence/mark-helpful";
import { mergeEvidence } from "@/server/commands/evidence/merge-evidence";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { saveEvidence } from "@/server/commands/evidence/save-evidence";
import { deleteNote } from "@/server/commands/note/delete-note";
import { editNote } from "@/server/commands/note/edit-note";
import { postNote } from "@/server/commands/note/post-note";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import type { CourseAccess } from "./course-access";
import { evidenceView } from "./evidence";
import { evidenceCell, similarEvidence, unplacedEvidence } from "./evidence-cell";
import { evidenceExport } from "./evidence-export";
import { evidenceHistory } from "./evidence-history";
import { evidencePage } from "./evidence-page";
import { evidenceVersus } from "./evidence-versus";
import { notesOn } from "./note";

let cast: Cast;
let own: string;
let theirs: string;
let merged: string;
let note: string;
const notFound = { refusal: { code: "not-found" } };
const claim = "Nobody can be asked for consent here.";

const under = (id: string) => ({ kind: "evidence" as const, id });
const record = async (access: CourseAccess) =>
  (await recordEvidence(access, passageAtWork(cast, claim), today)).id;
const say = async (access: CourseAccess, id: string) =>
  (await postNote(access, { id: uuidv7(), on: under(id), body: "SECRET [[1 ¶1]]" }, today)).id;

/** While words show, a classmate merges under Ada's piece, answers it, and records one of his own. */
beforeAll(async () => {
  cast = await makeCourse();
  own = await record(cast.ada);
  theirs = await record(cast.liming);
  merged = await record(cast.liming);
  await mergeEvidence(cast.liming, { id: merged, intoId: own }, today);
  await say(cast.ada, own);
  note = await say(cast.liming, own);
  await say(cast.liming, theirs);
  await markHelpful(cast.liming, { id: own, on: true }, today);
});

const set = (data: Prisma.AssignmentUpdateInput) =>
  db().assignment.update({ where: { id: cast.assignmentId }, data });
const place = () => ({ positionId: cast.positionId, dimensionId: cast.dimensionId });

describe.each([
  ["before enough is posted", { visibility: "postFirst", postFirst: 2 }],
  ["before the due moment", { visibility: "closedUntilDue", postFirst: 0 }],
] as const)("%s", (_when, data) => {
  beforeAll(async () => {
    await set(data);
  });

  it("lists show a student their own pieces alone, and count no others", async () => {
    const page = await evidencePage(cast.ada, today);
    expect(page.pieces.map((piece) => piece.id)).toEqual([own]);
    expect(page.voices.map((voice) => voice.name)).toEqual(["Ada"]);
    const until = data.visibility === "postFirst" ? "comments" : "due";
    expect(page.heldBack).toEqual([{ until, readings: [1] }]);
    expect((await evidencePage(cast.instructor, today)).heldBack).toEqual([]);
    const cell = await evidenceCell(cast.ada, place(), today);
    expect(cell).toMatchObject({
      total: 1,
      next: null,
      pieces: [{ id: own, helpful: { count: 0 }, notes: 1, merged: [] }],
    });
    expect((await unplacedEvidence(cast.ada, today)).total).toBe(0);
    expect(await similarEvidence(cast.ada, own, today)).toEqual([]);
    const { csv } = await evidenceExport(cast.ada, today);
    expect(csv.split("\r\n")).toHaveLength(3);
    expect(csv).not.toContain("Li Ming");
    // Found helpful by others, and its notes: one's own alone.
    expect(csv).toMatch(/,0,1,\r\n$/);
    const versus = await evidenceVersus(cast.ada, { a: cast.positionId, b: cast.otherPositionId }, today);
    expect(versus.dimensions[0]?.only.a.supports.shown.map((piece) => piece.id)).toEqual([own]);
    expect(versus.dimensions[0]?.leans).toEqual({ a: "for", b: "none" });
  });

  it("a piece that is merged under a hidden one stands for itself", async () => {
    const cell = await evidenceCell(cast.liming, place(), today);
    expect(cell.pieces.map((piece) => piece.id).toSorted()).toEqual([theirs, merged].toSorted());
    const { pieces } = await evidencePage(cast.liming, today);
    expect(pieces.every((piece) => piece.head === null && !piece.merged)).toBe(true);
    expect((await evidenceExport(cast.liming, today)).csv).not.toMatch(/,yes\r\n/);
  });

  it("no piece, note or former state of others is found by its id, and nothing is done to it", async () => {
    for (const work of [
      () => evidenceView(cast.ada, theirs, today),
      () => similarEvidence(cast.ada, theirs, today),
      () => evidenceHistory(cast.ada, theirs, today),
      () => notesOn(cast.ada, under(theirs), today),
      () => postNote(cast.ada, { id: uuidv7(), on: under(theirs), body: "Why?" }, today),
      () => markHelpful(cast.ada, { id: theirs, on: true }, today),
      () => mergeEvidence(cast.ada, { id: own, intoId: theirs }, today),
      () => mergeEvidence(cast.ada, { id: theirs, intoId: own }, today),
      () =>
        saveEvidence(
          cast.ada,
          { id: theirs, version: 1, claim, relation: "supports", ...place(), file: true },
          today,
        ),
      () => editNote(cast.ada, { id: note, version: 1, body: "Mine." }, today),
      () => deleteNote(cast.ada, note, today),
    ]) {
      await expect(work()).rejects.toMatchObject(notFound);
    }
  });

  it("of a thread only one's own notes show; staff and observers read all", async () => {
    expect((await notesOn(cast.ada, under(own), today)).map((each) => each.mine)).toEqual([true]);
    for (const access of [cast.assistant, cast.observer]) {
      expect(await notesOn(access, under(own), today)).toHaveLength(2);
      expect((await evidencePage(access, today)).pieces).toHaveLength(3);
      expect((await evidenceView(access, own, today)).notes).toBe(2);
    }
  });
});

describe("with pseudonyms", () => {
  it("whoever records, answers or marks goes by an alias everywhere; staff are told the name", async () => {
    await set({ visibility: "open", names: "pseudonyms" });
    const id = await record(cast.stranger);
    await say(cast.stranger, own);
    await markHelpful(cast.liming, { id, on: true }, today);
    const on = under(own);
    const told = JSON.stringify([
      await evidencePage(cast.ada, today),
      await evidenceCell(cast.ada, place(), today),
      await evidenceView(cast.ada, id, today),
      await evidenceExport(cast.ada, today),
      await evidenceVersus(cast.ada, { a: cast.positionId, b: cast.otherPositionId }, today),
      await similarEvidence(cast.ada, own, today),
      await notesOn(cast.ada, on, today),
    ]);
    for (const { actor, userId } of [cast.liming, cast.stranger]) {
      expect(told).not.toContain(actor.membershipId);
      expect(told).not.toContain(userId);
    }
    expect(told).not.toMatch(/Zofia|Li Ming/);
    const alias = await db().alias.findFirstOrThrow({
      where: { membershipId: cast.stranger.actor.membershipId },
    });
    expect(told).toContain(alias.name);
    expect((await evidenceExport(cast.instructor, today)).csv).toContain("Zofia");
    const [, , theirNote] = await notesOn(cast.instructor, on, today);
    expect(theirNote?.author).toMatchObject({ name: "Zofia", alias: alias.name });
  });
});
