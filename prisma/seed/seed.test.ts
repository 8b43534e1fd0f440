import { beforeAll, describe, expect, it } from "vitest";
import { findCitations } from "@/domain/prompt/citation";
import { db } from "@/server/adapters/db";
import { courseAccess } from "@/server/queries/course-access";
import { openAssignments } from "@/server/queries/openness";
import { writeDemo } from "./demo";

const now = new Date();

beforeAll(() => writeDemo(now));

async function accessOf(name: string) {
  const user = await db().user.findFirstOrThrow({ where: { email: `${name}@glossa.test` } });
  const course = await db().course.findFirstOrThrow();
  return courseAccess({ userId: user.id, sessionVersion: user.sessionVersion }, course.id);
}

describe("the seeded course", () => {
  it("is written once", async () => {
    await writeDemo(now);
    expect(await db().course.count()).toBe(1);
    expect(await db().user.count()).toBe(27);
  });

  it("has all five readings open to a student, and a prompt that shows nothing before one’s own answer", async () => {
    const open = await openAssignments(await accessOf("ada"), now);
    expect(open.flatMap((one) => one.readings).map((reading) => reading.number)).toEqual([1, 2, 3, 4, 5]);
    expect(open.flatMap((one) => one.prompts).map((prompt) => prompt.showsOthers)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(await openAssignments(await accessOf("ines"), now)).toHaveLength(4);
  });

  it("has evidence in a matrix with gaps", async () => {
    const cells = await db().evidence.groupBy({
      by: ["positionId", "dimensionId"],
      where: { filedAt: { not: null }, mergedIntoId: null },
    });
    expect(cells.length).toBeGreaterThanOrEqual(32);
    expect(cells.length).toBeLessThanOrEqual(36);
    expect(await db().evidence.count({ where: { mergedIntoId: { not: null } } })).toBe(3);
    expect(await db().evidenceVersion.count()).toBe(2);
    expect(await db().evidenceHelpful.count()).toBeGreaterThan(100);
    expect(await db().note.count()).toBeGreaterThan(40);
  });

  it("keeps one citation for each mark, with the position it is for", async () => {
    const responses = await db().response.findMany({ include: { citations: { include: { stand: true } } } });
    for (const { body, citations } of responses) {
      const kept = citations
        .toSorted((a, b) => a.position - b.position)
        .map((one) => one.stand?.short ?? null);
      expect(kept, body).toEqual(findCitations(body).map((mark) => mark.about));
    }
    expect(responses.flatMap((one) => one.citations).filter((one) => one.positionId).length).toBeGreaterThan(
      150,
    );
  });

  it("has given Ada two answers that she has not read", async () => {
    const { actor } = await accessOf("ada");
    const given = await db().handedResponse.findMany({
      where: { membershipId: actor.membershipId, doneAt: null },
    });
    expect(given).toHaveLength(2);
    const seen = { membershipId: actor.membershipId, responseId: { in: given.map((one) => one.responseId) } };
    expect(await db().responseSeen.count({ where: seen })).toBe(0);
    const priya = await db().response.findFirst({
      where: { prompt: { title: "What the best text leaves out" } },
      orderBy: { createdAt: "desc" },
      include: { seen: true },
    });
    expect(priya?.seen).toEqual([]);
  });

  it("has an event for what was written, numbered by time in each room", async () => {
    const events = await db().event.findMany({ orderBy: [{ roomId: "asc" }, { seq: "asc" }] });
    const count = (type: string) => events.filter((event) => event.type === type).length;
    expect(count("comment.posted")).toBe(await db().comment.count());
    expect(count("stance.taken")).toBe(await db().stance.count());
    expect(count("evidence.recorded")).toBe(await db().evidence.count());
    expect(count("note.posted")).toBe(await db().note.count());
    expect(count("steelman.judged")).toBe(await db().steelmanVerdict.count());
    expect(count("difference.stated")).toBe(await db().termDifference.count());
    const disorder = events.filter((event, at) => {
      const before = events[at - 1];
      return before?.roomId === event.roomId && (before.at > event.at || before.seq + 1 !== event.seq);
    });
    expect(disorder).toEqual([]);
    const rooms = await db().room.findMany();
    for (const room of rooms)
      expect(room.lastSeq).toBe(events.findLast((event) => event.roomId === room.id)?.seq ?? 0);
  });
});
