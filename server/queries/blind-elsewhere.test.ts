import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { blank } from "@/domain/grading/grade";
import { giveClassAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { releaseGrade } from "@/server/commands/grade/release-grade";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { saveResponse } from "@/server/commands/response/save-response";
import { takeStance } from "@/server/commands/stance/take-stance";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { gradeBeside } from "./grade-beside";
import { gradePage } from "./grade-page";
import { gradebookOf } from "./gradebook";
import { groupsPage } from "./group";
import { anewOf } from "./group-anew";
import { activityOf } from "./insight-activity";
import { fallingBehind } from "./insight-behind";
import { readingHeat } from "./insight-heat";
import { openQuestions } from "./insight-questions";
import { repliesBetween } from "./insight-replies";
import { insightChoices } from "./insight-scope";
import { marksExport } from "./marks-file";
import { journeys } from "./stance";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const idOf = (who: "ada" | "liming" | "stranger") => cast[who].actor.membershipId;

/** From now on staff are told aliases in the cast's assignment. */
async function turnBlind(): Promise<void> {
  const { courseId, assignmentId: id } = cast;
  await db().assignment.update({ where: { id }, data: { blind: true } });
  await transaction((tx) => giveClassAliases(tx, { id, courseId, names: "named", blind: true }));
}

const namesBack = () =>
  db().assignment.update({ where: { id: cast.assignmentId }, data: { namesShownAt: today } });

async function aliasOf(who: "ada" | "liming" | "stranger"): Promise<string> {
  const where = { assignmentId: cast.assignmentId, membershipId: idOf(who) };
  return (await db().alias.findFirstOrThrow({ where })).id;
}

async function asks(who: "ada" | "liming"): Promise<string> {
  const { id } = await postComment(
    cast[who],
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? null,
      passage: null,
      signal: "question",
      audience: "group",
      body: "By whose leave?",
    },
    today,
  );
  return id;
}

const stands = (who: "ada" | "liming" | "stranger", why: string, at: Date) =>
  takeStance(
    cast[who],
    {
      id: uuidv7(),
      moment: "before",
      readingId: null,
      positionId: cast.positionId,
      betweenId: null,
      confidence: 3,
      why,
      movedBy: null,
    },
    at,
  );

describe("where students stand, while something is graded blind", () => {
  beforeEach(async () => {
    await stands("stranger", "Because it was first.", today);
    await stands("ada", "Because it binds.", inDays(1));
  });

  it("goes without names, without aliases, and in no order of theirs", async () => {
    await turnBlind();
    const all = await journeys(cast.assistant);
    expect(all.map(({ name, path }) => [name, path.map(({ why }) => why)])).toEqual([
      [null, ["Because it was first."]],
      [null, ["Because it binds."]],
      [null, []],
    ]);
    const said = JSON.stringify(all);
    for (const who of ["ada", "liming", "stranger"] as const) {
      expect(said).not.toContain(idOf(who));
      expect(said).not.toContain(await aliasOf(who));
    }
    expect(said).not.toMatch(/Ada|Li Ming|Zofia/);
  });

  it("does not stand beside a name in the groups either", async () => {
    expect((await groupsPage(cast.assistant)).students.map(({ stance }) => stance)).toContain(
      cast.positionId,
    );
    await turnBlind();
    const page = await groupsPage(cast.assistant);
    expect(page.students.map(({ stance }) => stance)).toEqual([null, null, null]);
    expect(page).toMatchObject({ positions: [], blind: [{ title: "Week 1" }] });
  });

  it("goes by name where it is not out yet, and when the names are given back", async () => {
    const named = async () => (await journeys(cast.instructor)).map(({ name }) => name);
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { publishedAt: null } });
    await turnBlind();
    expect(await named()).toEqual(["Ada", "Li Ming", "Zofia"]);
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { publishedAt: today } });
    expect(await named()).toEqual([null, null, null]);
    await namesBack();
    expect(await named()).toEqual(["Ada", "Li Ming", "Zofia"]);
    expect((await groupsPage(cast.assistant)).blind).toEqual([]);
  });
});

describe("a grade given blind", () => {
  beforeEach(async () => {
    await turnBlind();
    const { assignmentId } = cast;
    const given = { ...blank, id: uuidv7(), assignmentId, version: 0, points: "13.37", reason: "" };
    await saveGrade(cast.assistant, { ...given, studentId: await aliasOf("ada") }, today);
    await releaseGrade(cast.instructor, { assignmentId, studentId: await aliasOf("ada"), version: 1 }, today);
  });

  it("stands in no row of the gradebook once it is released, nor in a sum or a file", async () => {
    const book = await gradebookOf(cast.instructor, today);
    expect(book.students.map(({ cells }) => cells[cast.assignmentId]?.state)).toEqual(
      Array(3).fill("hidden"),
    );
    expect(book.students.map(({ soFar }) => soFar)).toEqual(
      Array(3).fill({ released: null, known: null, dropped: [] }),
    );
    expect(JSON.stringify(book.students)).not.toContain("13.37");
    expect(book.assignments.map(({ released }) => released)).toEqual([1]);
    const { csv } = await marksExport(cast.instructor, today);
    expect(csv).not.toMatch(/13\.37|66\.9/);
  });

  it("is not told beside what the same student did elsewhere, where that is by name", async () => {
    const { courseId } = cast;
    const id = uuidv7();
    const dates = { publishedAt: inDays(-5), opensAt: inDays(-4), dueAt: inDays(3), closesAt: inDays(5) };
    await db().assignment.create({
      data: { id, courseId, position: 2, title: "Week 2", points: 10, ...dates },
    });
    const others = async () => (await gradeBeside(cast.assistant, id, idOf("ada"))).others;
    expect(await others()).toMatchObject([{ title: "Week 1", total: null, released: false }]);
    await namesBack();
    expect(await others()).toMatchObject([{ title: "Week 1", total: "13.37", released: true }]);
  });

  it("is there once the names are given back", async () => {
    await namesBack();
    const book = await gradebookOf(cast.instructor, today);
    const ada = book.students.find(({ name }) => name === "Ada");
    expect(ada?.cells[cast.assignmentId]).toMatchObject({ state: "released", total: "13.37" });
    expect(ada?.soFar.released).toBe(66.9);
  });
});

it("tells a device by what key each went before, when the names are given back and not sooner", async () => {
  await turnBlind();
  const former = async () => {
    const { students } = await gradePage(cast.assistant, cast.assignmentId, null);
    return new Map(students.map(({ id, formerId }) => [id, formerId]));
  };
  expect([...(await former()).values()]).toEqual([null, null, null]);
  await namesBack();
  expect((await former()).get(idOf("ada"))).toBe(await aliasOf("ada"));
});

describe("a section of one", () => {
  const scope = { assignmentId: null as string | null, sectionId: "" };
  beforeEach(async () => {
    scope.sectionId = uuidv7();
    scope.assignmentId = null;
    await db().section.create({ data: { id: scope.sectionId, courseId: cast.courseId, name: "One" } });
    await db().membership.update({ where: { id: idOf("ada") }, data: { sectionId: scope.sectionId } });
    const threadId = await asks("ada");
    await replyToComment(cast.liming, { id: uuidv7(), parentId: threadId, body: "By ours." }, today);
  });

  const told = async () => {
    const { readingId, instructor } = cast;
    const { sectionId } = scope;
    const heat = await readingHeat(instructor, { readingId, sectionId });
    const replies = await repliesBetween(instructor, scope, today);
    return {
      heat: heat.paragraphs[0]?.comments,
      asked: heat.paragraphs[0]?.questions,
      questions: (await openQuestions(instructor, scope, today)).questions.length,
      days: (await activityOf(instructor, scope)).days.length,
      people: replies.people.filter(({ role }) => role === "student").length,
      hidden: replies.hidden,
    };
  };

  it("is told of where names are", async () => {
    expect(await told()).toEqual({ heat: 2, asked: 1, questions: 1, days: 1, people: 1, hidden: [] });
  });

  it("tells nothing of what is graded blind, of the whole course and of that assignment", async () => {
    await turnBlind();
    const nothing = { heat: 0, asked: 0, questions: 0, days: 0, people: 0, hidden: ["Week 1"] };
    expect(await told()).toEqual(nothing);
    scope.assignmentId = cast.assignmentId;
    expect(await told()).toEqual(nothing);
    expect((await insightChoices(cast.instructor)).assignments.map(({ blind }) => blind)).toEqual([true]);
    const everybody = { readingId: cast.readingId, sectionId: null };
    expect((await readingHeat(cast.instructor, everybody)).paragraphs[0]?.comments).toBe(2);
  });
});

it("tells by name who has handed in nothing, and not who has handed in some of it", async () => {
  const { courseId, assignmentId, promptId } = cast;
  const other = { id: uuidv7(), courseId, assignmentId, position: 2, title: "By what right?", body: "Say." };
  await db().prompt.create({ data: other });
  const answer = { id: uuidv7(), promptId, version: 0, positionId: null, body: "Of those it binds." };
  await saveResponse(cast.ada, answer, "post", today);
  const behind = async () =>
    (await fallingBehind(cast.assistant, { assignmentId: null, sectionId: null }, inDays(4))).map(
      ({ name }) => name,
    );
  expect(await behind()).toContain("Ada");
  await turnBlind();
  expect(await behind()).toEqual(["Li Ming", "Zofia"]);
});

it("does not tell by name who has written in a group, where that is graded blind", async () => {
  const { setId } = cast.groups;
  await db().groupSet.update({ where: { id: setId }, data: { kind: "automatic", size: 1 } });
  await asks("ada");
  await asks("liming");
  const written = async () => ({
    page: (await groupsPage(cast.assistant)).written.map(({ studentId }) => studentId).sort(),
    moves: (await anewOf(cast.assistant, setId)).moves.filter((move) => move.written).length,
  });
  const before = { page: [idOf("ada"), idOf("liming")].sort(), moves: 1 };
  expect(await written()).toEqual(before);
  await turnBlind();
  expect(await written()).toEqual({ page: [], moves: 0 });
  await namesBack();
  expect(await written()).toEqual(before);
});
