import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { NewComment } from "@/domain/comment/comment";
import { noFilter } from "@/domain/comment/filter";
import type { CommentWire } from "@/domain/comment/wire";
import { db } from "@/server/adapters/db";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { editComment } from "@/server/commands/comment/edit-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { reactToComment } from "@/server/commands/comment/react-to-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { commentsOfReading } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { digestOf } from "@/server/queries/digest";
import { discussionOfReading } from "@/server/queries/discussion";
import { peopleOfDiscussion } from "@/server/queries/people";
import { headsOf } from "@/server/queries/thread";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { call, procedures } from "@/server/testing/matrix/call";

let cast: Cast;
let question: CommentWire;
let answer: CommentWire;
let otherReadingId: string;

const names = { ada: "Ada Byron", liming: "Li Ming", stranger: "Zofia Nowak" };
type Student = keyof typeof names;
const students = Object.keys(names) as Student[];

const comment = (change: Partial<NewComment> = {}): NewComment => ({
  id: uuidv7(),
  readingId: cast.readingId,
  paragraphId: cast.paragraphIds[0] ?? null,
  passage: null,
  signal: "question",
  audience: "group",
  body: "Whose order?",
  ...change,
});
const reply = (access: CourseAccess, parentId: string, body: string) =>
  replyToComment(access, { id: uuidv7(), parentId, body }, today);

async function addAssignment() {
  const { courseId, versionId } = cast;
  const assignmentId = uuidv7();
  const id = uuidv7();
  await db().assignment.create({
    data: {
      id: assignmentId,
      courseId,
      position: 2,
      title: "Week 2",
      names: "pseudonyms",
      publishedAt: inDays(-3),
      opensAt: inDays(-2),
      dueAt: inDays(2),
      closesAt: inDays(3),
      points: 10,
      groupSetId: cast.groups.setId,
    },
  });
  await db().reading.create({ data: { id, courseId, assignmentId, versionId, position: 2 } });
  return id;
}

const aliasOf = (student: Student) =>
  db().alias.findFirstOrThrow({
    where: { assignmentId: cast.assignmentId, membershipId: cast[student].actor.membershipId },
  });

beforeAll(async () => {
  cast = await makeCourse();
  for (const student of students) {
    await db().user.update({ where: { id: cast[student].userId }, data: { name: names[student] } });
  }
  // Written, and everybody named, while names are shown.
  const early = await postComment(cast.liming, comment({ body: "As @Ada Byron said." }), today);
  expect(early.mentions).toHaveLength(1);
  await db().comment.updateMany({ where: { id: early.id }, data: { body: "As was said." } });
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { names: "pseudonyms" } });
  otherReadingId = await addAssignment();

  question = await postComment(cast.liming, comment(), today);
  answer = await reply(cast.ada, question.id, "Theirs.");
  await postComment(cast.stranger, comment(), today);
  const alias = (await aliasOf("liming")).name;
  await reply(cast.ada, question.id, `I side with @${alias}.`);
  await reply(cast.instructor, question.id, `Read on, @${alias}.`);
  await reactToComment(cast.ada, { id: question.id, reaction: "same", on: true }, today);
  const own = await postComment(cast.ada, comment({ audience: "instructors" }), today);
  await reply(cast.assistant, own.id, "Well seen.");
  await editComment(cast.ada, { id: own.id, version: 1, signal: "question", body: "Whose, then?" }, today);
  const gone = await postComment(cast.liming, comment(), today);
  await reply(cast.ada, gone.id, "Mine stays.");
  await deleteComment(cast.liming, gone.id, today);
});

const ask = (access: CourseAccess, name: string, input: object) =>
  call({ userId: access.userId, sessionVersion: 1 }, name, { courseId: cast.courseId, ...input });

/** What everybody may send about the discussion, in an order in which each is answered. */
function requests(): Record<string, (access: CourseAccess) => object> {
  const here = { readingId: cast.readingId };
  const all = { ...here, filter: noFilter };
  const id = uuidv7();
  return {
    "reading.page": () => here,
    "comment.ofReading": () => here,
    "comment.digest": () => all,
    "comment.heads": () => ({ ...all, positions: [0, 1, 2, 3] }),
    "comment.ofParagraph": () => ({ ...all, position: 1 }),
    "comment.thread": () => ({ threadId: question.id }),
    "comment.nextUnread": () => ({ ...here, position: 0, threadId: null, back: false }),
    "comment.people": () => here,
    "comment.post": () => ({ comment: comment({ id }) }),
    "comment.reply": () => ({ reply: { id: uuidv7(), parentId: question.id, body: "And more." } }),
    "comment.edit": () => ({ edit: { id, version: 1, signal: "question", body: "Whose, again?" } }),
    "comment.history": () => ({ id }),
    "comment.react": (access) => ({
      id: access === cast.liming ? answer.id : question.id,
      reaction: "helpful",
      on: true,
    }),
    "comment.resolve": () => ({ id, on: true }),
    "comment.pin": () => ({ id, on: true }),
    "comment.answer": () => ({ threadId: id, replyId: null }),
    "comment.seen": () => ({ seen: { ...here, threads: "all" } }),
    "comment.delete": () => ({ id }),
    "reading.keepPlace": () => ({ ...here, position: 1 }),
  };
}

/** Everything that a person is answered, a refusal as well, by the procedure. */
async function answersTo(access: CourseAccess): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, input] of Object.entries(requests())) {
    const told = await ask(access, name, input(access)).catch((error: Error) => ({ refused: error.cause }));
    answers.set(name, JSON.stringify(told) ?? "");
  }
  return answers;
}

/** Which of a student's names and ids stand in an answer. */
const tracesIn = (answer: string) =>
  students.filter((student) => {
    const { actor, userId } = cast[student];
    return [names[student], actor.membershipId, userId].some((trace) => answer.includes(trace));
  });

describe("no answer about a discussion with pseudonyms", () => {
  it("is left out here", () => {
    const known = procedures.map(({ name }) => name).filter((name) => name.startsWith("comment."));
    expect(Object.keys(requests())).toEqual(expect.arrayContaining(known));
  });

  it.each([...students, "observer"] as const)("tells %s who is who, not even of themselves", async (who) => {
    const answers = await answersTo(cast[who]);
    const telling = [...answers].filter(([, answer]) => tracesIn(answer).length > 0);
    expect(telling.map(([name]) => name)).toEqual([]);
    const refused = [...answers].filter(([, answer]) => answer.includes("refused"));
    if (who === "liming") expect(refused.map(([name]) => name)).toEqual(["comment.pin"]);
  });

  it("keeps it from staff", async () => {
    const answers = await answersTo(cast.instructor);
    for (const name of ["comment.ofReading", "comment.heads", "comment.people"]) {
      expect(tracesIn(answers.get(name) ?? "").sort()).toEqual([...students].sort());
    }
    const { membershipId } = cast.liming.actor;
    const { name: alias } = await aliasOf("liming");
    const thread = JSON.parse(answers.get("comment.thread") ?? "") as { comments: CommentWire[] };
    expect(thread.comments[0]).toMatchObject({
      author: { key: membershipId, name: names.liming, alias },
      threadAuthor: membershipId,
    });
  });
});

const commentsFor = async (access: CourseAccess, readingId = cast.readingId) => {
  const discussion = await discussionOfReading(access, readingId, today);
  return (await commentsOfReading(access, discussion, readingId)).comments;
};

describe("a pseudonym", () => {
  it("is the same in all that somebody writes there, under one key", async () => {
    const { id, name } = await aliasOf("liming");
    const wires = await commentsFor(cast.ada);
    const theirs = wires.filter((wire) => wire.author.key === id);
    expect(theirs.length).toBeGreaterThan(1);
    expect(new Set(theirs.map((wire) => wire.author.name))).toEqual(new Set([name]));
    const thread = wires.find((wire) => wire.id === question.id);
    expect(thread).toMatchObject({ author: { key: id, name, role: "student" }, threadAuthor: id });
    const page = (await ask(cast.liming, "reading.page", { readingId: cast.readingId })) as {
      me: { key: string };
    };
    expect(page.me.key).toBe(id);
  });

  it("is another one in another assignment", async () => {
    const there = await postComment(cast.liming, comment({ readingId: otherReadingId }), today);
    expect(there.author.key).not.toBe((await aliasOf("liming")).id);
    expect(there.author.key).not.toBe(cast.liming.actor.membershipId);
    const [seen] = await commentsFor(cast.ada, otherReadingId);
    expect(seen?.author).toEqual(there.author);
  });

  it("names somebody with @, for classmates and staff alike; the name does not", async () => {
    const { id, name } = await aliasOf("liming");
    const by = async (access: CourseAccess, words: string) => {
      const { id: replyId } = await reply(access, question.id, `Well, @${words}?`);
      return (await commentsFor(cast.ada)).find((wire) => wire.id === replyId)?.mentions;
    };
    for (const access of [cast.ada, cast.instructor]) {
      expect(await by(access, name)).toEqual([{ words: name, key: id }]);
      expect(await by(access, names.liming)).toEqual([]);
    }
    expect(await by(cast.ada, "Tomasz")).toEqual([
      { words: "Tomasz", key: cast.assistant.actor.membershipId },
    ]);
  });

  it("does not stand beside a name that was written before", async () => {
    const early = (await commentsFor(cast.ada)).find((wire) => wire.body === "As was said.");
    expect(early?.mentions).toEqual([]);
    const told = (await commentsFor(cast.instructor)).find((wire) => wire.body === "As was said.");
    expect(told?.mentions).toEqual([{ words: names.ada, key: cast.ada.actor.membershipId }]);
  });

  it("is what classmates are listed by, in an order that tells nothing", async () => {
    const discussion = await discussionOfReading(cast.ada, cast.readingId, today);
    const people = await peopleOfDiscussion(cast.ada, discussion);
    const given = [(await aliasOf("ada")).name, (await aliasOf("liming")).name];
    const listed = people.map((voice) => voice.name);
    expect(listed).toEqual([...given, "Inés", "Tomasz"].sort((a, b) => a.localeCompare(b)));
  });
});

describe("the person filter", () => {
  const found = async (access: CourseAccess, person: string) => {
    const discussion = await discussionOfReading(access, cast.readingId, today);
    const query = { access, discussion, readingId: cast.readingId, filter: { ...noFilter, person } };
    const { heads } = await headsOf(query, [0, 1, 2, 3]);
    const { tallies } = await digestOf(query);
    const threads = tallies.reduce((sum, tally) => sum + tally[1], 0);
    expect(heads.length).toBe(Math.min(threads, 5));
    return threads;
  };

  it("finds a classmate by the alias's key and nobody by a membership", async () => {
    const { id } = await aliasOf("liming");
    expect(await found(cast.ada, id)).toBeGreaterThan(0);
    for (const student of students) {
      const { membershipId } = cast[student].actor;
      expect(await found(cast.ada, membershipId)).toBe(0);
      expect(await found(cast.observer, membershipId)).toBe(0);
    }
    expect(await found(cast.ada, cast.instructor.actor.membershipId)).toBeGreaterThan(0);
    expect(await found(cast.ada, cast.liming.userId)).toBe(0);
  });

  it("finds by the membership for staff", async () => {
    expect(await found(cast.instructor, cast.liming.actor.membershipId)).toBeGreaterThan(0);
  });

  it("finds nothing by the alias of another assignment", async () => {
    const there = await postComment(cast.ada, comment({ readingId: otherReadingId }), today);
    expect(await found(cast.liming, there.author.key)).toBe(0);
  });
});
