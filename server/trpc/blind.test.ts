import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { noFilter } from "@/domain/comment/filter";
import type { CommentWire } from "@/domain/comment/wire";
import { giveClassAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import { editComment } from "@/server/commands/comment/edit-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { joinCourse } from "@/server/commands/course/join-course";
import { stateDifference } from "@/server/commands/term/state-difference";
import { citedParagraph } from "@/server/queries/cited";
import { historyOf } from "@/server/queries/comment-history";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { peopleOfDiscussion } from "@/server/queries/people";
import { searchReading } from "@/server/queries/search";
import { headsOf, threadOf } from "@/server/queries/thread";
import { today } from "@/server/testing/cast";
import { call, procedures } from "@/server/testing/matrix/call";
import { type Caller, callers, claimOf, makeScene, type Scene } from "@/server/testing/matrix/scene";
import { table } from "@/server/testing/matrix/table";

let scene: Scene;
let question: CommentWire;
const names = { ada: "Ada Byron", liming: "Li Mingzhe", stranger: "Zofia Nowak" };
type Student = keyof typeof names;
const students = Object.keys(names) as Student[];

/**
 * What is about people and not about what somebody wrote there: the roster, groups, other dates, the rows of the
 * gradebook, and who replied to whom in what is graded by name. None of it may lead to what stands under an alias.
 */
const byName = [
  "course.people",
  "extension.list",
  "gradebook.export",
  "gradebook.table",
  "group.anew",
  "group.page",
  "group.sets",
  "insight.replies",
];

const reply = (access: CourseAccess, parentId: string, body: string) =>
  replyToComment(access, { id: uuidv7(), parentId, body }, today);

async function comments(access: CourseAccess) {
  const { readingId, paragraphIds, groups } = scene;
  const place = {
    readingId,
    paragraphId: paragraphIds[0] ?? null,
    passage: null,
    signal: "question",
  } as const;
  const body = "Whose order, as [[1 ¶1]] has it?";
  return postComment(access, { id: uuidv7(), ...place, audience: "group", body, groupId: groups.a }, today);
}

beforeAll(async () => {
  scene = await makeScene();
  const { courseId, assignmentId } = scene;
  for (const student of students) {
    await db().user.update({ where: { id: scene[student].userId }, data: { name: names[student] } });
    await comments(scene[student]);
    await stateDifference(
      scene[student],
      {
        id: uuidv7(),
        termId: scene.termId,
        left: { readingId: scene.readingId, paragraphId: scene.paragraphIds[0] ?? "" },
        right: { readingId: scene.readingId, paragraphId: scene.paragraphIds[1] ?? "" },
        claim: "They differ.",
      },
      today,
    );
  }
  await db().assignment.update({ where: { id: assignmentId }, data: { blind: true } });
  await transaction((tx) =>
    giveClassAliases(tx, { id: assignmentId, courseId, names: "named", blind: true }),
  );
  question = await comments(scene.liming);
  await reply(scene.ada, question.id, `I side with @${names.liming}: [[1 ¶1]] says consent.`);
});

const aliasOf = (student: Student) =>
  db().alias.findFirstOrThrow({
    where: { assignmentId: scene.assignmentId, membershipId: scene[student].actor.membershipId },
  });

/** Those who grade blind send the key under which they are told somebody. */
async function sent(input: object | undefined): Promise<object | undefined> {
  if (!input) return input;
  let words = JSON.stringify(input);
  for (const student of students) {
    words = words.replaceAll(scene[student].actor.membershipId, (await aliasOf(student)).id);
  }
  return JSON.parse(words);
}

/** What each of these queries answers. */
async function answersTo(
  caller: Caller,
  asked: (name: string) => boolean,
): Promise<{ name: string; answer: string }[]> {
  const answers = [];
  for (const { name, type } of procedures) {
    const entry = table[name];
    if (type !== "query" || !asked(name)) continue;
    if (entry?.outcomes[callers.indexOf(caller)] !== "ok") continue;
    const input = await sent(entry.input(scene));
    const answer = JSON.stringify(await call(claimOf(scene, scene, caller), name, input)) ?? "";
    answers.push({ name, answer });
  }
  return answers;
}

/** Which students' names, memberships and accounts stand in what queries answer. */
async function told(caller: Caller): Promise<string[]> {
  const found = new Set<string>();
  for (const { name, answer } of await answersTo(caller, (each) => !byName.includes(each))) {
    for (const student of students) {
      const { actor, userId } = scene[student];
      for (const trace of [names[student], actor.membershipId, userId]) {
        if (answer.includes(trace)) found.add(`${name}: ${student}'s ${trace}`);
      }
    }
  }
  return [...found].sort();
}

describe("while an assignment is graded blind", () => {
  it.each(["instructor", "assistant"] as const)("no query tells the %s who is who", async (who) => {
    const telling = await told(who);
    expect(telling).toEqual([]);
  });

  it.each(["instructor", "assistant"] as const)(
    "nothing that goes by name leads the %s to an alias",
    async (who) => {
      const { assignmentId } = scene;
      const work = { where: { room: { assignmentId } }, select: { id: true } } as const;
      const ids = [
        ...(await db().alias.findMany({ where: { assignmentId }, select: { id: true } })),
        ...(await db().comment.findMany(work)),
        ...(await db().response.findMany(work)),
        ...(await db().evidence.findMany(work)),
        ...(await db().steelman.findMany(work)),
        ...(await db().grade.findMany({ where: { assignmentId }, select: { id: true } })),
      ].map(({ id }) => id);
      const names = await db().alias.findMany({ where: { assignmentId }, select: { name: true } });
      const traces = [...ids, ...names.map(({ name }) => name)];
      expect(traces.length).toBeGreaterThan(10);
      const answers = await answersTo(who, (name) => byName.includes(name));
      expect(answers.map(({ name }) => name).sort()).toEqual(byName);
      const leading = answers.filter(({ answer }) => traces.some((trace) => answer.includes(trace)));
      expect(leading.map(({ name }) => name)).toEqual([]);
    },
  );

  it("classmates go on by their names, and are told no alias", async () => {
    const { comments: thread } = await threadOf(scene.ada, question.id, today);
    const key = scene.liming.actor.membershipId;
    expect(thread[0]?.author).toEqual({ key, name: names.liming, role: "student" });
    expect(thread[1]?.mentions).toEqual([{ words: names.liming, key }]);
    const aliases = await db().alias.findMany({ where: { assignmentId: scene.assignmentId } });
    for (const { id, name } of aliases) {
      expect(JSON.stringify(thread)).not.toContain(id);
      expect(JSON.stringify(thread)).not.toContain(name);
    }
  });

  it("staff read the alias where a comment names somebody", async () => {
    const { id: key, name } = await aliasOf("liming");
    const { comments: thread } = await threadOf(scene.assistant, question.id, today);
    expect(thread[0]?.author).toEqual({ key, name, role: "student" });
    expect(thread[1]).toMatchObject({
      body: `I side with @${name}: [[1 ¶1]] says consent.`,
      mentions: [{ words: name, key }],
    });
    const own = await reply(scene.instructor, question.id, `Read on, @${name}. Not you, @${names.ada}.`);
    expect(own.mentions).toEqual([{ words: name, key }]);
  });

  it("nor is a name found by searching, in what cites a passage, or in what a comment said", async () => {
    const { readingId, paragraphIds } = scene;
    const find = async (access: CourseAccess, words: string) =>
      (await searchReading(access, { readingId, words }, today)).totals.comments;
    expect(await find(scene.ada, names.liming)).toBe(1);
    expect(await find(scene.instructor, names.liming)).toBe(0);
    expect(await find(scene.instructor, "consent side")).toBe(0);
    expect(await find(scene.instructor, "whose order")).toBeGreaterThan(0);

    const cited = await citedParagraph(
      scene.assistant,
      { readingId, paragraphId: paragraphIds[0] ?? "" },
      today,
    );
    const { name } = await aliasOf("liming");
    expect(JSON.stringify(cited.items)).toContain(`@${name}`);
    expect(JSON.stringify(cited.items)).not.toContain(names.liming);

    const named = await reply(scene.ada, question.id, `As @${names.liming} said.`);
    await editComment(scene.ada, { id: named.id, version: 1, signal: null, body: "As was said." }, today);
    const history = await historyOf(scene.instructor, named.id, today);
    expect(history.map(({ body }) => body)).toEqual([`As @${name} said.`, "As was said."]);
    const own = await historyOf(scene.ada, named.id, today);
    expect(own[0]?.body).toBe(`As @${names.liming} said.`);
  });

  it("staff choose among aliases, and a membership finds nobody's threads", async () => {
    const discussion = await discussionOfReading(scene.instructor, scene.readingId, today);
    const people = await peopleOfDiscussion(scene.instructor, discussion);
    const listed = people.filter(({ role }) => role === "student");
    const aliases = await db().alias.findMany({ where: { assignmentId: scene.assignmentId } });
    const drawn = new Map(aliases.map(({ id, name }) => [id, name]));
    expect(listed.length).toBeGreaterThanOrEqual(students.length);
    for (const { key, name } of listed) expect(drawn.get(key)).toBe(name);

    const threadsBy = async (person: string) => {
      const filter = { ...noFilter, person };
      const query = { access: scene.instructor, discussion, readingId: scene.readingId, filter };
      return (await headsOf(query, [0, 1, 2, 3])).heads.length;
    };
    for (const student of students) {
      expect(await threadsBy(scene[student].actor.membershipId)).toBe(0);
      expect(await threadsBy((await aliasOf(student)).id)).toBeGreaterThan(0);
    }
  });

  it("whoever joins has an alias at once", async () => {
    const userId = uuidv7();
    await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name: "Late" } });
    await joinCourse({ userId, sessionVersion: 1 }, scene.joinCode, today);
    const { id: membershipId } = await db().membership.findFirstOrThrow({ where: { userId } });
    expect(await db().alias.count({ where: { assignmentId: scene.assignmentId, membershipId } })).toBe(1);
  });

  it("with the names given back, staff are told them again, and no alias", async () => {
    await db().assignment.update({ where: { id: scene.assignmentId }, data: { namesShownAt: today } });
    const { comments: thread } = await threadOf(scene.assistant, question.id, today);
    const key = scene.liming.actor.membershipId;
    expect(thread[0]?.author).toEqual({ key, name: names.liming, role: "student" });
    const { name } = await aliasOf("liming");
    expect(JSON.stringify(thread.slice(0, 2))).not.toContain(name);
  });
});
