import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { assignmentDraft } from "@/domain/assignment/assignment";
import type { Naming } from "@/domain/comment/voice";
import { db } from "@/server/adapters/db";
import { saveAssignment } from "@/server/commands/assignment/save-assignment";
import { postComment } from "@/server/commands/comment/post-comment";
import { joinCourse } from "@/server/commands/course/join-course";
import { replyToResponse } from "@/server/commands/response/reply-to-response";
import { saveResponse } from "@/server/commands/response/save-response";
import { stateDifference } from "@/server/commands/term/state-difference";
import { assignmentOf } from "@/server/queries/assignment";
import { effectsOn } from "@/server/queries/assignment-effects";
import type { CourseAccess } from "@/server/queries/course-access";
import { evidenceExport } from "@/server/queries/evidence-export";
import { evidencePage } from "@/server/queries/evidence-page";
import { promptPage } from "@/server/queries/prompt";
import { today } from "@/server/testing/cast";
import { call, procedures } from "@/server/testing/matrix/call";
import { type Caller, callers, claimOf, makeScene, type Scene } from "@/server/testing/matrix/scene";
import { table } from "@/server/testing/matrix/table";

let scene: Scene;
const students = ["ada", "liming", "stranger"] as const;

beforeAll(async () => {
  scene = await makeScene();
  for (const name of students) {
    await db().user.update({ where: { id: scene[name].userId }, data: { name: `Name-${name}` } });
    await comments(scene[name]);
    await addEvidence(scene[name]);
    await addDifference(scene[name]);
  }
  for (const name of ["liming", "stranger"] as const) await answers(scene[name]);
  await replyToResponse(
    scene.liming,
    { id: uuidv7(), parentId: scene.responseId, relation: "ask", body: "Of whom?" },
    today,
  );
  await nameThem("pseudonyms");
});

const comments = (access: CourseAccess) =>
  postComment(
    access,
    {
      id: uuidv7(),
      readingId: scene.readingId,
      paragraphId: scene.paragraphIds[0] ?? null,
      passage: null,
      signal: "question",
      audience: "group",
      body: "Why?",
    },
    today,
  );

const answers = (access: CourseAccess) =>
  saveResponse(
    access,
    { id: uuidv7(), promptId: scene.promptId, version: 0, positionId: null, body: "Of all." },
    "post",
    today,
  );

async function addEvidence(access: CourseAccess) {
  const { courseId, readingId, positionId } = scene;
  const dimensionId = uuidv7();
  const position = await db().dimension.count({ where: { courseId } });
  await db().dimension.create({
    data: { id: dimensionId, courseId, position: position + 1, name: "Consent" },
  });
  await db().evidence.create({
    data: {
      id: uuidv7(),
      courseId,
      authorId: access.actor.membershipId,
      readingId,
      paragraphId: scene.paragraphIds[0] ?? "",
      startOffset: 0,
      endOffset: 2,
      quote: "On",
      claim: "A claim",
      relation: "supports",
      positionId,
      dimensionId,
      roomId: scene.rooms.a,
      filedAt: today,
    },
  });
}

const addDifference = (access: CourseAccess) =>
  stateDifference(
    access,
    {
      id: uuidv7(),
      termId: scene.termId,
      left: { readingId: scene.readingId, paragraphId: scene.paragraphIds[0] ?? "" },
      right: { readingId: scene.readingId, paragraphId: scene.paragraphIds[1] ?? "" },
      claim: "They differ.",
    },
    today,
  );

async function nameThem(names: Naming) {
  const held = await assignmentOf(scene.instructor, scene.assignmentId);
  const { id, version } = held;
  const draft = assignmentDraft.parse({ ...held, names });
  const { touches } = await effectsOn(scene.instructor, held, draft, today);
  return saveAssignment(scene.instructor, { id, version, draft, touches }, today);
}

/** Which classmates' names and memberships stand in what all queries together answer. */
async function told(caller: Caller, except: readonly string[] = []): Promise<string[]> {
  const found = new Set<string>();
  for (const { name, type } of procedures) {
    const entry = table[name];
    if (type !== "query" || except.includes(name) || entry?.outcomes[callers.indexOf(caller)] !== "ok")
      continue;
    const answer = JSON.stringify(await call(claimOf(scene, scene, caller), name, entry.input(scene))) ?? "";
    for (const student of students) {
      if (student === caller) continue;
      if (answer.includes(`Name-${student}`)) found.add(`${name}: ${student}'s name`);
      if (answer.includes(scene[student].actor.membershipId)) found.add(`${name}: ${student}'s membership`);
      if (answer.includes(scene[student].userId)) found.add(`${name}: ${student}'s account`);
    }
  }
  return [...found].sort();
}

const aliases = async () =>
  new Map(
    (await db().alias.findMany({ where: { assignmentId: scene.assignmentId } })).map((alias) => [
      alias.membershipId,
      alias,
    ]),
  );

describe("where an assignment uses pseudonyms", () => {
  it("everybody has one from the save on, and none is shared", async () => {
    const given = await aliases();
    for (const student of students) expect(given.has(scene[student].actor.membershipId)).toBe(true);
    expect(new Set([...given.values()].map((alias) => alias.name)).size).toBe(given.size);
  });

  it("no query tells a classmate who is who", async () => {
    expect(await told("ada")).toEqual([]);
    expect(await told("stranger")).toEqual([]);
  });

  it("nor an observer, to whom the roster is open", async () => {
    expect(await told("observer", ["course.people"])).toEqual([]);
  });

  it("the same alias stands over answers, replies and passages", async () => {
    const mine = (await aliases()).get(scene.liming.actor.membershipId);
    const voice = { key: mine?.id, name: mine?.name, role: "student" };
    const { responses, alias } = await promptPage(scene.ada, scene.promptId, today);
    expect(alias).toBe((await aliases()).get(scene.ada.actor.membershipId)?.name);
    const others = responses.filter((response) => !response.mine);
    expect(others.map((response) => response.author)).toEqual([voice, voice]);
    const { voices, pieces } = await evidencePage(scene.ada, today);
    expect(voices).toContainEqual(voice);
    const own = new Set(pieces.filter((piece) => piece.mine).map((piece) => piece.by));
    expect([...own]).toEqual([(await aliases()).get(scene.ada.actor.membershipId)?.id]);
  });

  it("no group of others stands beside an alias, in the matrix or in its file", async () => {
    const told = async (who: CourseAccess) => {
      const { pieces } = await evidencePage(who, today);
      const { csv } = await evidenceExport(who, today);
      const page = pieces.some(({ mine, groupId }) => !mine && groupId === scene.groups.a);
      return { page, file: csv.includes("Group A") };
    };
    expect(await told(scene.stranger)).toEqual({ page: false, file: false });
    // Their own group they know.
    expect(await told(scene.ada)).toEqual({ page: true, file: false });
    expect(await told(scene.assistant)).toEqual({ page: true, file: true });
  });

  it("staff are told the name, and the alias beside it", async () => {
    const mine = (await aliases()).get(scene.liming.actor.membershipId);
    const voice = { key: scene.liming.actor.membershipId, name: "Name-liming", alias: mine?.name };
    const { responses } = await promptPage(scene.instructor, scene.promptId, today);
    expect(responses.map((response) => response.author)).toContainEqual(expect.objectContaining(voice));
    const { voices } = await evidencePage(scene.assistant, today);
    expect(voices).toContainEqual(expect.objectContaining(voice));
  });

  it("whoever joins later gets one at once", async () => {
    const userId = uuidv7();
    await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name: "Late" } });
    await joinCourse({ userId, sessionVersion: 1 }, scene.joinCode, today);
    const { id } = await db().membership.findFirstOrThrow({ where: { userId } });
    expect((await aliases()).get(id)?.name).toBeTruthy();
  });

  it("a later save gives nobody another one; without pseudonyms the names come back", async () => {
    const before = await aliases();
    await nameThem("named");
    expect(await told("ada")).toContain("evidence.page: liming's name");
    expect(await told("ada")).toContain("evidence.export: liming's name");
    const { voices } = await evidencePage(scene.ada, today);
    expect(voices.map((voice) => voice.name)).toContain("Name-liming");
    expect(voices.every((voice) => voice.alias === undefined)).toBe(true);
    await nameThem("pseudonyms");
    expect(await aliases()).toEqual(before);
    expect(await told("ada")).toEqual([]);
  });
});
