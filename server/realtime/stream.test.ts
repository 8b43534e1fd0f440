import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Audience } from "@/domain/comment/comment";
import { db, pool } from "@/server/adapters/db";
import { signOutEverywhere } from "@/server/commands/account/sign-out-everywhere";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { changeMember } from "@/server/commands/course/change-member";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { eventually } from "@/server/testing/eventually";
import { cookieOf, Reader } from "@/server/testing/reader";
import { type Streams, serveStreams } from "@/server/testing/streams";

let now = today;
let streams: Streams;
let cast: Cast;

beforeAll(async () => {
  streams = await serveStreams(() => now);
});
beforeEach(async () => {
  now = today;
  cast = await makeCourse();
});
afterEach(() => streams.disconnectAll());
afterAll(() => streams.stop());

const readerOf = (person: CourseAccess, sessionVersion = 1) => streams.readerOf(cast, person, sessionVersion);
const open = (person: CourseAccess) => streams.open(cast, person);

const post = (access: CourseAccess, audience: Audience = "group", body = "Whose consent?", id = uuidv7()) =>
  postComment(
    access,
    {
      id,
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? null,
      passage: null,
      signal: "question",
      audience,
      body,
      groupId: null,
    },
    now,
  );

const bodies = (reader: Reader) => reader.frames.map((frame) => frame.comment.body);
const sees = (reader: Reader, expected: string[]) =>
  eventually(() => expect(bodies(reader)).toEqual(expected));

describe("before a stream begins", () => {
  it("refuses whoever is not signed in, whose session has ended, who is not of the course", async () => {
    const nobody = new Reader({ courseId: cast.courseId, readingId: cast.readingId, cookie: "" });
    await nobody.connect(streams.port);
    expect(nobody.status).toBe(401);
    await eventually(() => expect(JSON.parse(nobody.refusal)).toEqual({ code: "signed-out" }));
    const old = await readerOf(cast.ada, 0);
    await old.connect(streams.port);
    expect(old.status).toBe(401);
    const other = await makeCourse();
    const guest = await readerOf(other.ada);
    await guest.connect(streams.port);
    expect(guest.status).toBe(404);
  });

  it("refuses what is not open yet or not there", async () => {
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { opensAt: inDays(1) } });
    const early = await readerOf(cast.ada);
    await early.connect(streams.port);
    expect(early.status).toBe(403);
    const cookie = await cookieOf({ userId: cast.ada.userId, sessionVersion: 1 });
    for (const readingId of [uuidv7(), "nonsense"]) {
      const lost = new Reader({ courseId: cast.courseId, readingId, cookie });
      await lost.connect(streams.port);
      expect(lost.status).toBe(404);
    }
  });

  it("leaves a browser two of its six connections: one session has at most four", async () => {
    const place = {
      courseId: cast.courseId,
      readingId: cast.readingId,
      cookie: await cookieOf({ userId: cast.ada.userId, sessionVersion: 1 }),
    };
    const many = Array.from({ length: 5 }, () => new Reader(place));
    for (const reader of many) await reader.connect(streams.port);
    expect(many.map((reader) => reader.status)).toEqual([200, 200, 200, 200, 429]);
    many[0]?.disconnect();
    await eventually(async () => {
      const again = new Reader(place);
      await again.connect(streams.port);
      expect(again.status).toBe(200);
      again.disconnect();
    });
    for (const reader of many) reader.disconnect();
  });

  it("gives one person a bounded number, however often the session is renewed", async () => {
    const many = await Promise.all(Array.from({ length: 101 }, () => readerOf(cast.ada)));
    for (const reader of many) await reader.connect(streams.port);
    expect(many.filter((reader) => reader.status === 200)).toHaveLength(100);
    expect(many.at(-1)?.status).toBe(429);
  });
});

describe("what a stream tells", () => {
  it("is what the policy lets each reader see, in order", async () => {
    const { ada, liming, stranger, assistant, observer } = cast;
    const all = { ada, liming, stranger, assistant, observer };
    const open4 = await Promise.all(Object.values(all).map(open));
    const [toAda, toLiming, toStranger, toStaff, toObserver] = open4;
    await post(ada, "group", "for the group");
    await post(ada, "private", "for myself");
    await post(ada, "instructors", "for the staff");
    await post(stranger, "group", "of the other group");
    await post(liming, "group", "the last");
    await post(stranger, "group", "their last");
    if (!toAda || !toLiming || !toStranger || !toStaff || !toObserver) throw new Error("no readers");
    await sees(toAda, ["for the group", "for myself", "for the staff", "the last"]);
    await sees(toLiming, ["for the group", "the last"]);
    await sees(toStranger, ["of the other group", "their last"]);
    const everything = (reader: Reader) => [...bodies(reader)].sort();
    await eventually(() => expect(bodies(toStaff)).toHaveLength(5));
    await eventually(() => expect(bodies(toObserver)).toHaveLength(4));
    expect(everything(toStaff)).not.toContain("for myself");
    expect(everything(toObserver)).toEqual(["for the group", "of the other group", "the last", "their last"]);
  });

  it("is told by alias to classmates and by name to staff, also to whoever came before the alias", async () => {
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { names: "pseudonyms" } });
    const toLiming = await open(cast.liming);
    const toStaff = await open(cast.assistant);
    await post(cast.ada);
    await sees(toLiming, ["Whose consent?"]);
    await sees(toStaff, ["Whose consent?"]);
    const alias = await db().alias.findFirstOrThrow({
      where: { membershipId: cast.ada.actor.membershipId, assignmentId: cast.assignmentId },
    });
    const { membershipId } = cast.ada.actor;
    expect(toLiming.frames[0]?.comment.author).toEqual({ key: alias.id, name: alias.name, role: "student" });
    expect(toLiming.frames[0]?.actor).toBe(alias.id);
    expect(JSON.stringify(toLiming.frames)).not.toContain(membershipId);
    expect(JSON.stringify(toLiming.frames)).not.toContain("Ada");
    expect(toStaff.frames[0]?.comment.author).toMatchObject({
      key: membershipId,
      name: "Ada",
      alias: alias.name,
    });
  });

  it("goes on where it was interrupted, and tells nothing twice", async () => {
    const reader = await open(cast.liming);
    await post(cast.ada, "group", "one");
    await sees(reader, ["one"]);
    reader.disconnect();
    await post(cast.ada, "group", "two");
    await reader.connect(streams.port);
    await post(cast.ada, "group", "three");
    await sees(reader, ["one", "two", "three"]);
    expect(reader.twice).toEqual([]);
  });

  it("begins in a room that nobody had opened when the page was loaded", async () => {
    const reader = await readerOf(cast.liming);
    await post(cast.ada, "group", "the first ever");
    await reader.connect(streams.port, "");
    await sees(reader, ["the first ever"]);
  });

  it("begins anew where there is too much to tell, or where a reader is ahead of the room", async () => {
    const { roomId } = await post(cast.ada);
    const far = await readerOf(cast.liming);
    await far.connect(streams.port, `${roomId}:9`);
    await eventually(() => expect(far.eventsOf("reset")).toEqual([expect.stringContaining(`${roomId}:1`)]));
    await pool().query(
      `INSERT INTO "Event" ("courseId", "roomId", seq, type, "actorId", "subjectId", payload, at)
       SELECT "courseId", "roomId", n, type, "actorId", "subjectId", payload, at
       FROM "Event", generate_series(2, 502) n WHERE "roomId" = $1 AND seq = 1`,
      [roomId],
    );
    await pool().query('UPDATE "Room" SET "lastSeq" = 502 WHERE id = $1', [roomId]);
    const behind = await readerOf(cast.liming);
    await behind.connect(streams.port, `${roomId}:1`);
    await eventually(() => expect(behind.eventsOf("reset")).toHaveLength(1));
    expect(behind.frames).toEqual([]);
    const near = await readerOf(cast.liming);
    await near.connect(streams.port, `${roomId}:2`);
    await eventually(() => expect(near.frames).toHaveLength(500));
    expect(near.twice).toEqual([]);
  });

  it("survives the end of the connection that listens", async () => {
    const reader = await open(cast.liming);
    for (let round = 0; round < 5; round++) {
      const kill = pool().query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'glossa listener' AND datname = current_database()",
      );
      await Promise.all([kill, post(cast.ada, "group", `word ${round}`)]);
    }
    await sees(reader, ["word 0", "word 1", "word 2", "word 3", "word 4"]);
  });
});

describe("what may be seen changes", () => {
  const settings = (data: object) => db().assignment.update({ where: { id: cast.assignmentId }, data });

  it("when enough own words have been posted, and when they are deleted again", async () => {
    await settings({ visibility: "postFirst", postFirst: 1 });
    const reader = await open(cast.liming);
    await post(cast.ada, "group", "hidden at first");
    await sleep(150);
    expect(reader.frames).toEqual([]);
    const own = await post(cast.liming, "group", "my own");
    await eventually(() => expect(reader.resets).toBe(1));
    await reader.settled();
    const shown = () => [...reader.conversation.comments.values()].map((comment) => comment.body).sort();
    expect(shown()).toEqual(["hidden at first", "my own"]);
    await post(cast.ada, "group", "now shown");
    await eventually(() => expect(shown()).toContain("now shown"));
    await deleteComment(cast.liming, own.id, now);
    await eventually(() => expect(reader.resets).toBe(2));
    await reader.settled();
    expect(shown()).toEqual([]);
    await post(cast.ada, "group", "hidden again");
    await sleep(150);
    expect(shown()).toEqual([]);
  });

  it("when the due date passes", async () => {
    await settings({ visibility: "closedUntilDue" });
    const reader = await open(cast.liming);
    await post(cast.ada, "group", "until then");
    await sleep(150);
    expect(reader.frames).toEqual([]);
    now = inDays(4);
    await eventually(() => expect(reader.resets).toBe(1));
    await reader.settled();
    expect(reader.conversation.comments.size).toBe(1);
  });

  const ends = async (reader: Reader, reason: string) => {
    await eventually(() => expect(reader.isOpen).toBe(false));
    expect(reader.eventsOf("end").map((data) => JSON.parse(data))).toEqual([{ reason }]);
  };

  it("soon when somebody is taken off the roster", async () => {
    const [withdrawn, stays] = [await open(cast.liming), await open(cast.ada)];
    const { membershipId } = cast.liming.actor;
    await changeMember(cast.instructor, { membershipId, role: "student", withdrawn: true }, now);
    await ends(withdrawn, "not-found");
    await post(cast.ada, "group", "without him");
    await sees(stays, ["without him"]);
    expect(withdrawn.frames).toEqual([]);
    await withdrawn.connect(streams.port);
    expect(withdrawn.status).toBe(404);
  });

  it("soon when somebody signs out everywhere", async () => {
    const reader = await open(cast.liming);
    await signOutEverywhere({ userId: cast.liming.userId, sessionVersion: 1 });
    await ends(reader, "signed-out");
    await reader.connect(streams.port);
    expect(reader.status).toBe(401);
  });

  it("when a role or the names change", async () => {
    const reader = await open(cast.liming);
    const { membershipId } = cast.liming.actor;
    await changeMember(cast.instructor, { membershipId, role: "assistant", withdrawn: false }, now);
    await eventually(() => expect(reader.resets).toBe(1));
    await post(cast.stranger, "group", "of the other group");
    await sees(reader, ["of the other group"]);
  });
});
