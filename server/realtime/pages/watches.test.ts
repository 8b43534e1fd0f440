import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { signOutEverywhere } from "@/server/commands/account/sign-out-everywhere";
import { changeMember } from "@/server/commands/course/change-member";
import { saveFrame } from "@/server/commands/frame/save-frame";
import { deleteResponse } from "@/server/commands/response/delete-response";
import { replyToResponse } from "@/server/commands/response/reply-to-response";
import { saveResponse } from "@/server/commands/response/save-response";
import { takeStance } from "@/server/commands/stance/take-stance";
import { judgeSteelman } from "@/server/commands/steelman/judge-steelman";
import { writeSteelman } from "@/server/commands/steelman/write-steelman";
import type { CourseAccess } from "@/server/queries/course-access";
import { frameOf } from "@/server/queries/frame";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { eventually } from "@/server/testing/eventually";
import { Listener } from "@/server/testing/listener";
import { hears, isQuiet, kinds, type PageStreams, servePages } from "@/server/testing/page-streams";
import { cookieOf } from "@/server/testing/reader";

let now = today;
let streams: PageStreams;
let cast: Cast;

beforeAll(async () => {
  streams = await servePages(() => now);
});
beforeEach(async () => {
  now = today;
  cast = await makeCourse();
});
afterEach(() => streams.disconnectAll());
afterAll(() => streams.stop());

const listen = (person: CourseAccess, page: "prompt" | "evidence", since?: number | "") =>
  streams.listen(cast, person, page, since);

const prompt = (data: object) => db().prompt.update({ where: { id: cast.promptId }, data });
const assignment = (data: object) => db().assignment.update({ where: { id: cast.assignmentId }, data });
const answer = (who: CourseAccess, purpose: "draft" | "post" = "post", id = uuidv7(), version = 0) =>
  saveResponse(
    who,
    { id, promptId: cast.promptId, version, positionId: null, body: `It binds nobody (${version}).` },
    purpose,
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
    streams.listeners.push(...open);
    for (const listener of open) await listener.connect(streams.port, "", cookie);
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
  });

  it("opens to everybody in the course once its assignment has, and before that to staff alone", async () => {
    const { instructor, assistant, ada, stranger, observer } = cast;
    const statuses = async (page: "prompt" | "evidence") => {
      const all = [instructor, assistant, ada, stranger, observer].map((person) => listen(person, page));
      return (await Promise.all(all)).map(({ status }) => status);
    };
    expect(await statuses("prompt")).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses("evidence")).toEqual([200, 200, 200, 200, 200]);
    await assignment({ opensAt: inDays(1) });
    expect(await statuses("prompt")).toEqual([200, 200, 403, 403, 403]);
    await assignment({ publishedAt: null });
    expect(await statuses("prompt")).toEqual([200, 200, 404, 404, 404]);
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
    await isQuiet(other);
    const people = [cast.ada, cast.liming].flatMap(({ userId, actor }) => [userId, actor.membershipId]);
    const aliases = await db().alias.findMany({ where: { assignmentId: cast.assignmentId } });
    for (const secret of [...people, ...aliases.map((alias) => alias.id), "Ada", "binds", "says"]) {
      for (const { raw } of streams.listeners) expect(raw).not.toContain(secret);
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
    await isQuiet(hidden);
    const own = await answer(cast.liming);
    await eventually(() => expect(hidden.of("view")).toHaveLength(1));
    const before = hidden.changes.length;
    await answer(cast.ada, "post", first.id, 1);
    await eventually(() => expect(hidden.changes.length).toBeGreaterThan(before));
    await deleteResponse(cast.liming, own.id, now);
    await eventually(() => expect(hidden.of("view")).toHaveLength(2));
    const after = hidden.changes.filter(({ mine }) => !mine).length;
    await answer(cast.ada, "post", first.id, 2);
    await sleep(150);
    expect(hidden.changes.filter(({ mine }) => !mine)).toHaveLength(after);
  });

  it("tells of a case for what one rejects, what is said of it, and of another frame", async () => {
    await prompt({ steelman: true });
    const { ada, liming, positionId, otherPositionId } = cast;
    const stand = (who: CourseAccess, held: string) =>
      takeStance(
        who,
        {
          id: uuidv7(),
          moment: "before",
          readingId: null,
          positionId: held,
          betweenId: null,
          movedBy: null,
          confidence: 3,
          why: "",
        },
        now,
      );
    await stand(ada, otherPositionId);
    await stand(liming, positionId);
    const [group, matrix] = [await listen(liming, "prompt"), await listen(liming, "evidence")];
    const steelman = { id: uuidv7(), promptId: cast.promptId, positionId, body: "It asks everybody." };
    await writeSteelman(ada, steelman, now);
    const verdict = { id: uuidv7(), steelmanId: steelman.id, version: 1, signs: true, words: "" };
    await judgeSteelman(liming, verdict, now);
    await eventually(() =>
      expect(group.changes).toEqual([
        { kind: "steelman", id: steelman.id, mine: false },
        { kind: "steelman", id: steelman.id, mine: true },
      ]),
    );
    const { version, positions } = await frameOf(cast.instructor);
    await saveFrame(cast.instructor, { version, frame: { positions, dimensions: [] } }, now);
    await hears(matrix, ["frame"]);
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
    await eventually(() =>
      expect(withdrawn.of("end")).toEqual([{ event: "end", data: '{"reason":"not-found"}' }]),
    );
    await change(cast.stranger, "assistant", false);
    await eventually(() => expect(promoted.of("view")).toHaveLength(1));
    await answer(cast.ada);
    await hears(promoted, ["response"]);
    await signOutEverywhere({ userId: cast.ada.userId, sessionVersion: 1 });
    await eventually(() =>
      expect(signedOut.of("end")).toEqual([{ event: "end", data: '{"reason":"signed-out"}' }]),
    );
    await eventually(() => expect([withdrawn.isOpen, signedOut.isOpen]).toEqual([false, false]));
  });
});
