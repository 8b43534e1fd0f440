import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { blank } from "@/domain/grading/grade";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { postNote } from "@/server/commands/note/post-note";
import { saveResponse } from "@/server/commands/response/save-response";
import type { CourseAccess } from "@/server/queries/course-access";
import { today } from "@/server/testing/cast";
import { call, procedures } from "@/server/testing/matrix/call";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import { callers, claimOf, makeScene, type Scene } from "@/server/testing/matrix/scene";
import { table } from "@/server/testing/matrix/table";

let scene: Scene;
beforeAll(async () => {
  scene = await makeScene();
  await says(scene.liming, "group", "SECRET-classmate");
  await says(scene.liming, "private", "SECRET-private");
  await says(scene.liming, "instructors", "SECRET-to-staff");
  await says(scene.stranger, "group", "SECRET-other-group");
  await answers(scene.liming, "draft", "SECRET-draft-answer");
  await answers(scene.stranger, "post", "SECRET-other-groups-answer");
  await records(scene.liming, true, "SECRET-evidence");
  await records(scene.liming, false, "SECRET-draft-evidence");
  const on = { kind: "evidence" as const, id: scene.evidenceId };
  await postNote(scene.liming, { id: uuidv7(), on, body: "SECRET-note" }, today);
  await db().assignment.update({
    where: { id: scene.draftAssignmentId },
    data: {
      title: "SECRET-unpublished",
      instructions: "SECRET-unpublished",
      prompts: {
        updateMany: { where: {}, data: { title: "SECRET-unpublished", body: "SECRET-unpublished" } },
      },
    },
  });
  const { assignmentId } = scene;
  const studentId = scene.stranger.actor.membershipId;
  const grade = { ...blank, points: "12.34", feedback: "SECRET-draft-grade", reason: "", version: 0 };
  await saveGrade(scene.assistant, { id: uuidv7(), assignmentId, studentId, ...grade }, today);
});

const says = (access: CourseAccess, audience: "group" | "private" | "instructors", body: string) =>
  postComment(
    access,
    {
      id: uuidv7(),
      readingId: scene.readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience,
      body,
    },
    today,
  );

const answers = (access: CourseAccess, purpose: "draft" | "post", body: string) =>
  saveResponse(
    access,
    { id: uuidv7(), promptId: scene.promptId, version: 0, positionId: null, body },
    purpose,
    today,
  );

const records = (access: CourseAccess, file: boolean, claim: string) =>
  recordEvidence(access, { ...passageAtWork(scene, claim), file }, today);

/** The secrets that all queries together let this person read. */
async function learned(caller: (typeof callers)[number]): Promise<string[]> {
  const found = new Set<string>();
  for (const { name, type } of procedures) {
    const entry = table[name];
    if (type !== "query" || entry?.outcomes[callers.indexOf(caller)] !== "ok") continue;
    const answer = JSON.stringify(await call(claimOf(scene, scene, caller), name, entry.input(scene))) ?? "";
    for (const [secret] of answer.matchAll(/SECRET-[a-z-]+/g)) found.add(secret);
  }
  return [...found].sort();
}

describe("what all queries together let be read", () => {
  it("by a student, while others' words show", async () => {
    expect(await learned("ada")).toEqual(["SECRET-classmate", "SECRET-evidence", "SECRET-note"]);
  });

  it("by a student, before enough is posted or the due moment has passed", async () => {
    for (const data of [
      { visibility: "postFirst" as const, postFirst: 9 },
      { visibility: "closedUntilDue" as const, postFirst: 0 },
    ]) {
      await db().assignment.update({ where: { id: scene.assignmentId }, data });
      expect(await learned("ada")).toEqual([]);
    }
    await db().assignment.update({ where: { id: scene.assignmentId }, data: { visibility: "open" } });
  });

  it("by a student of the other group: their own words, the class's evidence, and not their grade", async () => {
    // What is filed, and what is said of it, is for the whole class.
    expect(await learned("stranger")).toEqual([
      "SECRET-evidence",
      "SECRET-note",
      "SECRET-other-group",
      "SECRET-other-groups-answer",
    ]);
  });

  it("by an observer", async () => {
    expect(await learned("observer")).toEqual([
      "SECRET-classmate",
      "SECRET-evidence",
      "SECRET-note",
      "SECRET-other-group",
      "SECRET-other-groups-answer",
    ]);
  });

  it("by an instructor: all but what was kept to oneself", async () => {
    const read = await learned("instructor");
    expect(read).not.toContain("SECRET-private");
    expect(read).not.toContain("SECRET-draft-answer");
    expect(read).not.toContain("SECRET-draft-evidence");
    expect(read).toEqual(
      expect.arrayContaining(["SECRET-classmate", "SECRET-to-staff", "SECRET-unpublished"]),
    );
  });
});
