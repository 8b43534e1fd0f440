import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ChangeKind } from "@/domain/reading/change";
import { db, pool } from "@/server/adapters/db";
import { signOutEverywhere } from "@/server/commands/account/sign-out-everywhere";
import { postComment } from "@/server/commands/comment/post-comment";
import { changeMember } from "@/server/commands/course/change-member";
import { deleteEvidence } from "@/server/commands/evidence/delete-evidence";
import { markHelpful } from "@/server/commands/evidence/mark-helpful";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { postNote } from "@/server/commands/note/post-note";
import { deleteResponse } from "@/server/commands/response/delete-response";
import { replyToResponse } from "@/server/commands/response/reply-to-response";
import { saveResponse } from "@/server/commands/response/save-response";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { Listener } from "@/server/testing/listener";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import { cookieOf } from "@/server/testing/reader";
import { type Streams, serveStreams } from "@/server/testing/streams";

let now = today;
let streams: Streams;
let cast: Cast;
const listeners: Listener[] = [];

beforeAll(async () => {
  streams = await serveStreams(() => now);
});
beforeEach(async () => {
  now = today;
  cast = await makeCourse();
});
afterEach(() => {
  for (const listener of listeners.splice(0)) listener.disconnect();
});
afterAll(() => streams.stop());

async function listen(person: CourseAccess, page: "prompt" | "evidence", since: number | "" = now.getTime()) {
  const listener = new Listener(person, page === "prompt" ? `prompt=${cast.promptId}` : "evidence=1");
  listeners.push(listener);
  await listener.connect(streams.port, since);
  if (listener.status === 200) await vi.waitFor(() => expect(listener.of("at")).not.toEqual([]), 5_000);
  return listener;
}

const kinds = (listener: Listener): ChangeKind[] => listener.changes.map(({ kind }) => kind);
const hears = (listener: Listener, expected: ChangeKind[]) =>
  vi.waitFor(() => expect(kinds(listener)).toEqual(expected), 5_000);
/** Long enough for what was told to somebody else to have come here too. */
const quiet = async (listener: Listener) => {
  await sleep(150);
  expect([...listener.changes, ...listener.of("again")]).toEqual([]);
};

const prompt = (data: object) => db().prompt.update({ where: { id: cast.promptId }, data });
const assignment = (data: object) => db().assignment.update({ where: { id: cast.assignmentId }, data });

const answer = (who: CourseAccess, purpose: "draft" | "post" = "post", id = uuidv7(), version = 0) =>
  saveResponse(
    who,
    { id, promptId: cast.promptId, version, positionId: null, body: `It binds nobody (${version}).` },
    purpose,
    now,
  );
const piece = (who: CourseAccess, file = true) =>
  recordEvidence(who, { ...passageAtWork(cast, "It binds nobody."), file }, now);
const comment = (who: CourseAccess) =>
  postComment(
    who,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience: "group",
      body: "Whose consent?",
      groupId: null,
    },
    now,
  );

describe("the stream of a page", () => {
  it("is refused as the page is, and counts among a session's four", async () => {
    const guest = await makeCourse();
    const outside = new Listener({ ...guest.ada, courseId: cast.courseId }, "evidence=1");
    expect((await outside.connect(streams.port)).status).toBe(404);
    const old = new Listener(cast.ada, "evidence=1");
    const ended = await cookieOf({ userId: cast.ada.userId, sessionVersion: 0 });
    expect((await old.connect(streams.port, "", ended)).status).toBe(401);
    for (const page of [
      `prompt=${uuidv7()}`,
      "prompt=x",
      "evidence=2",
      `evidence=1&prompt=${cast.promptId}`,
    ]) {
      expect((await new Listener(cast.ada, page).connect(streams.port)).status).toBe(404);
    }
    await assignment({ opensAt: inDays(1) });
    expect((await listen(cast.ada, "prompt")).status).toBe(403);
    expect((await listen(cast.assistant, "prompt")).status).toBe(200);

    await assignment({ opensAt: today });
    const cookie = await cookieOf({ userId: cast.liming.userId, sessionVersion: 1 });
    const pages = ["evidence=1", `prompt=${cast.promptId}`, `reading=${cast.readingId}`, "evidence=1"];
    const open = [...pages, "evidence=1"].map((page) => new Listener(cast.liming, page));
    listeners.push(...open);
    for (const listener of open) await listener.connect(streams.port, "", cookie);
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
  });

  it("tells of an answer and its replies to those in the room, and names nobody", async () => {
    await assignment({ names: "pseudonyms" });
    const [own, group, other, staff, guest] = await Promise.all(
      [cast.ada, cast.liming, cast.stranger, cast.assistant, cast.observer].map((who) =>
        listen(who, "prompt"),
      ),
    );
    if (!own || !group || !other || !staff || !guest) throw new Error("nobody listens");
    const { id } = await answer(cast.ada, "draft");
    await answer(cast.ada, "draft", id, 1);
    await sleep(150);
    expect(kinds(staff)).toEqual([]);
    expect(kinds(own)).toEqual([]);
    await answer(cast.ada, "post", id, 2);
    const reply = { id: uuidv7(), parentId: id, relation: "ask", body: "Who says so?" } as const;
    await replyToResponse(cast.liming, reply, now);
    for (const listener of [group, staff, guest]) await hears(listener, ["response", "response"]);
    expect(group.changes).toEqual([
      { kind: "response", id, mine: false },
      { kind: "response", id: reply.id, mine: true },
    ]);
    await deleteResponse(cast.ada, id, now);
    await hears(group, ["response", "response", "response"]);
    await quiet(other);
    const people = [cast.ada, cast.liming].flatMap(({ userId, actor }) => [userId, actor.membershipId]);
    const aliases = await db().alias.findMany({ where: { assignmentId: cast.assignmentId } });
    for (const secret of [...people, ...aliases.map((alias) => alias.id), "Ada", "binds", "says"]) {
      for (const { raw } of listeners) expect(raw).not.toContain(secret);
    }
  });

  it("of a prompt for the whole class is told across groups", async () => {
    await prompt({ wholeClass: true });
    const other = await listen(cast.stranger, "prompt");
    await answer(cast.ada);
    await hears(other, ["response"]);
  });

  it("tells whoever has to answer first nothing, until they have; and nothing again once they take it back", async () => {
    await prompt({ postFirst: true });
    const [hidden, staff] = [await listen(cast.liming, "prompt"), await listen(cast.assistant, "prompt")];
    const first = await answer(cast.ada);
    await hears(staff, ["response"]);
    await quiet(hidden);
    const own = await answer(cast.liming);
    await vi.waitFor(() => expect(hidden.of("view")).toHaveLength(1), 5_000);
    const before = hidden.changes.length;
    await answer(cast.ada, "post", first.id, 1);
    await vi.waitFor(() => expect(hidden.changes.length).toBeGreaterThan(before), 5_000);
    await deleteResponse(cast.liming, own.id, now);
    await vi.waitFor(() => expect(hidden.of("view")).toHaveLength(2), 5_000);
    const after = hidden.changes.filter(({ mine }) => !mine).length;
    await answer(cast.ada, "post", first.id, 2);
    await sleep(150);
    expect(hidden.changes.filter(({ mine }) => !mine)).toHaveLength(after);
  });

  it("of the matrix tells the whole class what is filed, not what is a draft, and what is said of it", async () => {
    const { ada, liming, stranger, observer } = cast;
    const [other, guest] = [await listen(stranger, "evidence"), await listen(observer, "evidence")];
    await piece(ada, false);
    await quiet(other);
    const filed = await piece(ada);
    await hears(other, ["evidence"]);
    await markHelpful(liming, { id: filed.id, on: true }, now);
    await postNote(
      liming,
      { id: uuidv7(), on: { kind: "evidence", id: filed.id }, body: "And the vetoes?" },
      now,
    );
    await deleteEvidence(ada, filed.id, now);
    await hears(guest, ["evidence", "evidence", "evidence", "evidence"]);
    expect(new Set(guest.changes.map(({ id }) => id))).toEqual(new Set([filed.id]));
  });

  it("of the matrix is as closed as the assignment: until one's own comments, until the due date", async () => {
    await assignment({ visibility: "postFirst", postFirst: 1 });
    const hidden = await listen(cast.liming, "evidence");
    await piece(cast.ada);
    await quiet(hidden);
    await comment(cast.liming);
    await vi.waitFor(() => expect(hidden.of("view")).toHaveLength(1), 5_000);
    await piece(cast.ada);
    await hears(hidden, ["evidence"]);

    await assignment({ visibility: "closedUntilDue" });
    const early = await listen(cast.stranger, "evidence");
    await piece(cast.ada);
    await quiet(early);
    now = inDays(4);
    await vi.waitFor(() => expect(early.of("view")).toHaveLength(1), 5_000);
    await piece(cast.ada);
    await hears(early, ["evidence"]);
  });

  it("says after a break that there is something to look at, where there is for them", async () => {
    await assignment({ visibility: "postFirst", postFirst: 1 });
    await comment(cast.liming);
    const read = now.getTime() + 60_000;
    now = new Date(read);
    expect((await listen(cast.liming, "evidence", read)).of("again")).toEqual([]);
    now = new Date(read + 5_000);
    await piece(cast.ada);
    expect((await listen(cast.liming, "evidence", read)).of("again")).toHaveLength(1);
    expect((await listen(cast.stranger, "evidence", read)).of("again")).toEqual([]);
    // Too long ago to be told what was missed.
    expect((await listen(cast.stranger, "evidence", read - 600_000)).of("again")).toHaveLength(1);
    expect((await listen(cast.stranger, "evidence", "")).of("again")).toHaveLength(1);
  });

  it("goes on when the connection that listens has ended, and in a room that nobody had opened", async () => {
    await db().room.deleteMany({ where: { courseId: cast.courseId } });
    const staff = await listen(cast.assistant, "evidence");
    await pool().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'glossa listener' AND datname = current_database()",
    );
    await piece(cast.ada);
    await hears(staff, ["evidence"]);
  });

  it("ends with the membership and with the session, and follows the role", async () => {
    const [withdrawn, signedOut, promoted] = [
      await listen(cast.liming, "prompt"),
      await listen(cast.ada, "evidence"),
      await listen(cast.stranger, "prompt"),
    ];
    const change = (who: CourseAccess, role: "student" | "assistant", out: boolean) =>
      changeMember(cast.instructor, { membershipId: who.actor.membershipId, role, withdrawn: out }, now);
    await change(cast.liming, "student", true);
    await vi.waitFor(() =>
      expect(withdrawn.of("end")).toEqual([{ event: "end", data: '{"reason":"not-found"}' }]),
    );
    await change(cast.stranger, "assistant", false);
    await vi.waitFor(() => expect(promoted.of("view")).toHaveLength(1), 5_000);
    await answer(cast.ada);
    await hears(promoted, ["response"]);
    await signOutEverywhere({ userId: cast.ada.userId, sessionVersion: 1 });
    await vi.waitFor(() =>
      expect(signedOut.of("end")).toEqual([{ event: "end", data: '{"reason":"signed-out"}' }]),
    );
    expect([withdrawn.isOpen, signedOut.isOpen]).toEqual([false, false]);
  });
});
