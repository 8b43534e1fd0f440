import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { giveClassAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { editComment } from "@/server/commands/comment/edit-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { saveExtension } from "@/server/commands/extension/save-extension";
import { withdrawExtension } from "@/server/commands/extension/withdraw-extension";
import { makeSet } from "@/server/commands/group/make-set";
import { moveStudent } from "@/server/commands/group/move-student";
import { saveSet } from "@/server/commands/group/save-set";
import { reportPresence } from "@/server/commands/presence/report-presence";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { eventually } from "@/server/testing/eventually";
import { hears, isQuiet, type PageStreams, servePages } from "@/server/testing/page-streams";
import type { Reader } from "@/server/testing/reader";
import { type Streams, serveStreams } from "@/server/testing/streams";

let now = today;
let streams: Streams;
let pages: PageStreams;
let cast: Cast;

beforeAll(async () => {
  streams = await serveStreams(() => now);
  pages = await servePages(() => now);
});
beforeEach(async () => {
  now = today;
  cast = await makeCourse();
});
afterEach(() => {
  streams.disconnectAll();
  pages.disconnectAll();
});
afterAll(async () => {
  await streams.stop();
  await pages.stop();
});

const post = (access: CourseAccess, body: string) =>
  postComment(
    access,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience: "group",
      body,
      groupId: null,
    },
    now,
  );
const bodies = (reader: Reader) => reader.frames.map(({ comment }) => comment.body);
const sees = (reader: Reader, expected: string[]) =>
  eventually(() => expect(bodies(reader)).toEqual(expected));
const isReset = (reader: Reader, times = 1) => eventually(() => expect(reader.resets).toBe(times));

/** As a saved assignment does, everybody with a stream there is told to look. */
async function change(data: object) {
  const { courseId, assignmentId, instructor } = cast;
  await transaction(async (tx) => {
    await tx.assignment.update({ where: { id: assignmentId }, data });
    await recordAtDesk(tx, {
      type: "assignment.revised",
      payload: { version: 2 },
      courseId,
      actorId: instructor.actor.membershipId,
      subjectId: assignmentId,
      at: now,
    });
  });
}

const extensionFor = (who: CourseAccess) => ({
  id: uuidv7(),
  version: 0,
  assignmentId: cast.assignmentId,
  studentId: who.actor.membershipId,
  groupId: null,
  dueAt: inDays(8),
  closesAt: inDays(10),
  reason: "",
});

describe("where others' words show when it is due", () => {
  beforeEach(async () => {
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { visibility: "closedUntilDue" },
    });
  });

  it("the stream of whoever has other dates opens at theirs", async () => {
    await saveExtension(cast.assistant, extensionFor(cast.liming), now);
    const early = await streams.open(cast, cast.liming);
    now = inDays(4);
    const staff = await streams.open(cast, cast.assistant);
    await post(cast.ada, "After it was due");
    await sees(staff, ["After it was due"]);
    expect(bodies(early)).toEqual([]);
    expect(early.resets).toBe(0);
    now = inDays(9);
    await isReset(early);
  });

  it("and notices when dates are given and taken back", async () => {
    now = inDays(4);
    const reader = await streams.open(cast, cast.liming);
    const matrix = await pages.listen(cast, cast.liming, "evidence");
    const other = await streams.open(cast, cast.stranger);
    const extension = extensionFor(cast.liming);
    await saveExtension(cast.assistant, extension, now);
    await isReset(reader);
    await eventually(() => expect(matrix.of("view")).toHaveLength(1));
    await withdrawExtension(cast.assistant, { id: extension.id, version: 1 }, now);
    await isReset(reader, 2);
    await eventually(() => expect(matrix.of("view")).toHaveLength(2));
    expect(other.resets).toBe(0);
  });

  it("and when somebody leaves or joins a group of another set that was given dates", async () => {
    now = inDays(4);
    const [id, groupId] = [uuidv7(), uuidv7()];
    const { membershipId } = cast.liming.actor;
    const set = { id, version: 1, name: "Labs", size: 2, mixed: false };
    const lab = { id: groupId, name: "Lab 1", members: [membershipId] };
    await makeSet(cast.instructor, { id, name: "Labs", kind: "manual", size: 2, mixed: false }, now);
    await saveSet(cast.instructor, { ...set, groups: [lab] }, now);
    await saveExtension(cast.assistant, { ...extensionFor(cast.liming), studentId: null, groupId }, now);
    const reader = await streams.open(cast, cast.liming);
    const matrix = await pages.listen(cast, cast.liming, "evidence");
    const other = await streams.open(cast, cast.stranger);
    await saveSet(cast.instructor, { ...set, version: 2, groups: [{ ...lab, members: [] }] }, now);
    await isReset(reader);
    await eventually(() => expect(matrix.of("view")).toHaveLength(1));
    await moveStudent(cast.instructor, { setId: id, membershipId, fromId: null, toId: groupId }, now);
    await isReset(reader, 2);
    await eventually(() => expect(matrix.of("view")).toHaveLength(2));
    expect(other.resets).toBe(0);
  });
});

it("a comment counts before others' show once it has as many words as it needs, by an edit too", async () => {
  await db().assignment.update({
    where: { id: cast.assignmentId },
    data: { visibility: "postFirst", postFirst: 1, postFirstWords: 3 },
  });
  const reader = await streams.open(cast, cast.liming);
  const matrix = await pages.listen(cast, cast.liming, "evidence");
  const { id } = await post(cast.liming, "Too short");
  await sees(reader, ["Too short"]);
  await post(cast.ada, "Hidden as yet");
  await isQuiet(matrix);
  expect(bodies(reader)).toEqual(["Too short"]);
  expect(reader.resets).toBe(0);
  await editComment(cast.liming, { id, version: 1, signal: null, body: "Now long enough" }, now);
  await isReset(reader);
  await eventually(() => expect(matrix.of("view")).toHaveLength(1));
  await editComment(cast.liming, { id, version: 2, signal: null, body: "Short again" }, now);
  await isReset(reader, 2);
});

describe("while it is graded blind", () => {
  const aliasOf = ({ actor }: CourseAccess) =>
    db().alias.findFirstOrThrow({
      where: { assignmentId: cast.assignmentId, membershipId: actor.membershipId },
    });
  const goBlind = async () => {
    const { assignmentId: id, courseId } = cast;
    await transaction((tx) => giveClassAliases(tx, { id, courseId, names: "named", blind: true }));
    await change({ blind: true });
  };

  it("staff who listen are told aliases from then on, and names once they are given back", async () => {
    const staff = await streams.open(cast, cast.assistant);
    const group = await streams.open(cast, cast.liming);
    await post(cast.ada, "By name");
    await sees(staff, ["By name"]);
    await goBlind();
    await isReset(staff);
    await post(cast.ada, "By alias, @Li Ming");
    await eventually(() => expect(staff.frames).toHaveLength(2));
    const [ada, liming] = [await aliasOf(cast.ada), await aliasOf(cast.liming)];
    const key = cast.ada.actor.membershipId;
    const told = staff.frames.at(-1);
    expect(told).toMatchObject({
      actor: ada.id,
      comment: {
        author: { key: ada.id, name: ada.name },
        threadAuthor: ada.id,
        body: `By alias, @${liming.name}`,
      },
    });
    expect(JSON.stringify(told)).not.toContain(key);
    await eventually(() => expect(group.frames).toHaveLength(2));
    expect(group.frames.at(-1)?.comment).toMatchObject({
      author: { key, name: "Ada" },
      body: "By alias, @Li Ming",
    });
    expect(JSON.stringify(group.frames)).not.toContain(ada.id);
    expect(group.resets).toBe(0);

    await change({ namesShownAt: now });
    await isReset(staff, 2);
    await post(cast.ada, "By name again");
    await eventually(() => expect(staff.frames.at(-1)?.comment.author.name).toBe("Ada"));
    expect(staff.frames.at(-1)?.comment.author).toEqual({ key, name: "Ada", role: "student" });
  });

  it("who is there shows to staff by alias, and to classmates by name", async () => {
    await goBlind();
    const staff = await streams.open(cast, cast.assistant);
    const group = await streams.open(cast, cast.liming);
    const report = { readingId: cast.readingId, at: 1, typing: null };
    await reportPresence(cast.ada, report, now);
    const told = async (reader: Reader) => {
      await expect.poll(() => reader.eventsOf("presence"), { timeout: 30_000 }).not.toEqual([]);
      return JSON.stringify(reader.eventsOf("presence"));
    };
    const { id, name } = await aliasOf(cast.ada);
    const key = cast.ada.actor.membershipId;
    const [blind, seeing] = [await told(staff), await told(group)];
    expect(blind).toContain(name);
    for (const trace of [key, 'Ada"']) expect(blind).not.toContain(trace);
    expect(seeing).toContain(key);
    for (const trace of [id, name]) expect(seeing).not.toContain(trace);
  });

  it("the matrix of staff is looked at again when names change", async () => {
    const staff = await pages.listen(cast, cast.assistant, "evidence");
    const student = await pages.listen(cast, cast.ada, "evidence");
    await goBlind();
    await eventually(() => expect(staff.of("view")).toHaveLength(1));
    expect(student.of("view")).toEqual([]);
    await hears(staff, []);
  });
});
