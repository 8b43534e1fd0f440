import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, pool } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { deleteEvidence } from "@/server/commands/evidence/delete-evidence";
import { markHelpful } from "@/server/commands/evidence/mark-helpful";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { postNote } from "@/server/commands/note/post-note";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { eventually } from "@/server/testing/eventually";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import { hears, isQuiet, type PageStreams, servePages } from "@/server/testing/page-streams";

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

const assignment = (data: object) => db().assignment.update({ where: { id: cast.assignmentId }, data });
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

describe("the stream of the matrix", () => {
  it("of the matrix tells the whole class what is filed, not what is a draft, and what is said of it", async () => {
    const { ada, liming, stranger, observer } = cast;
    const [other, guest] = [await listen(stranger, "evidence"), await listen(observer, "evidence")];
    await piece(ada, false);
    await isQuiet(other);
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
    await isQuiet(hidden);
    await comment(cast.liming);
    await eventually(() => expect(hidden.of("view")).toHaveLength(1));
    await piece(cast.ada);
    await hears(hidden, ["evidence"]);

    await assignment({ visibility: "closedUntilDue" });
    const early = await listen(cast.stranger, "evidence");
    await piece(cast.ada);
    await isQuiet(early);
    now = inDays(4);
    await eventually(() => expect(early.of("view")).toHaveLength(1));
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
});
