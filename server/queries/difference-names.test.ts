import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { giveClassAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import { postNote } from "@/server/commands/note/post-note";
import { stateDifference } from "@/server/commands/term/state-difference";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { citedParagraph } from "./cited";
import { notesOn } from "./note";
import { termPage } from "./term";

let cast: Cast;
let termId: string;
/** A reading of another assignment, in which everybody goes by name. */
let named: { readingId: string; paragraphId: string };

beforeEach(async () => {
  cast = await makeCourse();
  const { courseId, versionId, paragraphIds } = cast;
  termId = uuidv7();
  await db().term.create({ data: { id: termId, courseId, position: 1, name: "treaty" } });
  const assignmentId = uuidv7();
  named = { readingId: uuidv7(), paragraphId: paragraphIds[1] ?? "" };
  await db().assignment.create({
    data: {
      id: assignmentId,
      courseId,
      position: 2,
      title: "Week 2",
      publishedAt: inDays(-5),
      opensAt: inDays(-4),
      dueAt: inDays(3),
      closesAt: inDays(5),
      points: 10,
    },
  });
  const own = { courseId, assignmentId, versionId, position: 2 };
  await db().reading.create({ data: { id: named.readingId, ...own } });
});

const masked = () => ({ readingId: cast.readingId, paragraphId: cast.paragraphIds[0] ?? "" });

/** Ada holds two uses against each other, and Li Ming says something under it that cites both. */
async function talkedOver(left: typeof named, right: typeof named): Promise<string> {
  const id = uuidv7();
  await stateDifference(cast.ada, { id, termId, left, right, claim: "One binds." }, today);
  const on = { kind: "difference", id } as const;
  const body = "Does it? [[1 ¶1]] and [[2 ¶2]] say no.";
  await postNote(cast.liming, { id: uuidv7(), on, body }, today);
  return id;
}

describe.each([
  ["left", () => [masked(), named] as const],
  ["right", () => [named, masked()] as const],
])("a difference whose %s side is graded blind", (_side, sides) => {
  it("goes by alias before staff, with what is said under it and wherever that is cited", async () => {
    const { courseId, assignmentId: id } = cast;
    await db().assignment.update({ where: { id }, data: { blind: true } });
    await transaction((tx) => giveClassAliases(tx, { id, courseId, names: "named", blind: true }));
    const differenceId = await talkedOver(...sides());
    const { assistant } = cast;
    const told = JSON.stringify([
      await termPage(assistant, termId, today),
      await notesOn(assistant, { kind: "difference", id: differenceId }, today),
      await citedParagraph(assistant, masked(), today),
      await citedParagraph(assistant, named, today),
    ]);
    expect(told).toContain("Does it?");
    expect(told).not.toMatch(/"Ada"|"Li Ming"/);
    for (const who of ["ada", "liming"] as const) expect(told).not.toContain(cast[who].actor.membershipId);
    const { differences } = await termPage(cast.liming, termId, today);
    expect(differences[0]?.author.name).toBe("Ada");
  });

  it("does not tell its author how many have answered while others' words are shut", async () => {
    await talkedOver(...sides());
    const notes = async () => (await termPage(cast.ada, termId, today)).differences.map((each) => each.notes);
    expect(await notes()).toEqual([1]);
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { visibility: "closedUntilDue" },
    });
    expect(await notes()).toEqual([0]);
  });
});
