import { beforeAll, describe, expect, it } from "vitest";
import { findCitations } from "@/domain/prompt/citation";
import { matrixFigures } from "@/domain/prompt/matrix";
import { factsOfChips, standingOf } from "@/domain/prompt/requirements";
import { db } from "@/server/adapters/db";
import { courseAccess } from "@/server/queries/course-access";
import { evidencePage } from "@/server/queries/evidence-page";
import { openAssignments } from "@/server/queries/openness";
import { promptPage } from "@/server/queries/prompt";
import { nextToRead } from "@/server/queries/read-next";
import { flowPage } from "@/server/queries/stance-flow";
import { movedBy } from "@/server/queries/stance-moved";
import { steelmenOfPrompt } from "@/server/queries/steelman";
import { termList } from "@/server/queries/term";
import { unansweredResponses } from "@/server/queries/unanswered";
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
    const early = await db().responseSeen.count({
      where: { membershipId: actor.membershipId, response: { prompt: { postFirst: true } } },
    });
    expect(early).toBe(0);
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

const promptCalled = async (title: string) =>
  (await db().prompt.findFirstOrThrow({ where: { title }, select: { id: true } })).id;

describe("what the product shows of it", () => {
  it("is a matrix with agreement, contest and gaps, and Ada’s own drafts beside it", async () => {
    const ada = await accessOf("ada");
    const page = await evidencePage(ada, now);
    const all = { groupId: null, readingId: null, by: null, without: [], toCheck: false };
    const cells = [...matrixFigures(page, page.pieces, { scope: "class", ...all }).cells.values()];
    expect(cells).toHaveLength(40);
    const empty = cells.filter((cell) => cell.counted.size === 0);
    expect(empty.length).toBeGreaterThanOrEqual(4);
    expect(empty.length).toBeLessThanOrEqual(8);
    expect(cells.filter((cell) => cell.contest === 4).length).toBeGreaterThanOrEqual(3);
    for (const position of page.positions) {
      const pieces = page.pieces.filter((piece) => piece.positionId === position.id && piece.filed);
      expect(new Set(pieces.map((piece) => piece.readingId)).size, position.short).toBeGreaterThanOrEqual(3);
    }
    expect(page.pieces.filter((piece) => !piece.filed).map((piece) => piece.mine)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("is a flow that moves, whole for staff and with small groups kept back for the class", async () => {
    const whole = await flowPage(await accessOf("ines"));
    expect(whole.flow?.total).toBe(24);
    const shown = await flowPage(await accessOf("ada"));
    expect(shown.withheld).toBeNull();
    const counts = shown.flow?.cells.flat() ?? [];
    expect(counts.some((count) => count === null)).toBe(true);
    expect(counts.some((count) => count !== null)).toBe(true);
    expect((await movedBy(await accessOf("ines")))[0]?.stances).toBeGreaterThanOrEqual(4);
  });

  it("is a term in five readings, with its differences", async () => {
    const { terms } = await termList(await accessOf("ada"), now);
    expect(terms.map((term) => term.uses.length)).toEqual([5, 2, 2, 3, 3, 3, 1]);
    expect(terms.reduce((sum, term) => sum + term.differences, 0)).toBe(5);
  });

  it("is answers that have all that their prompts ask for", async () => {
    const ines = await accessOf("ines");
    const prompts = await db().prompt.findMany({ where: { responses: { some: {} } }, select: { id: true } });
    for (const { id } of prompts) {
      const { prompt, responses } = await promptPage(ines, id, now);
      for (const { body, citations, positionId, parentId } of responses) {
        if (parentId !== null) continue;
        const facts = { ...factsOfChips(body, citations), positionTaken: positionId };
        expect(standingOf(body, prompt.asks, facts).missing, `${prompt.title}: ${body}`).toBe(0);
      }
    }
  });

  it("is two answers waiting for Ada, and some that wait for anybody", async () => {
    const ada = await accessOf("ada");
    const next = await nextToRead(ada, await promptCalled("What does security rest on?"), now);
    expect(next.map(({ why }) => why.unlike)).toEqual([true, true]);
    const waiting = await unansweredResponses(await accessOf("ines"));
    expect(waiting.flatMap(({ answers }) => answers).length).toBe(8);
  });

  it("is steelmen for staff, and of one’s own group for a student: one for Ada to judge", async () => {
    const promptId = await promptCalled("What does security rest on?");
    const all = await steelmenOfPrompt(await accessOf("ines"), promptId, now);
    expect(new Set(all.steelmen.map((one) => one.state))).toEqual(
      new Set(["answered", "signed", "amend", "waiting"]),
    );
    expect(await db().steelmanVersion.count()).toBe(2);
    const own = await steelmenOfPrompt(await accessOf("ada"), promptId, now);
    expect(own.steelmen.map((one) => one.can.judge)).toEqual([false, false, true]);
  });
});
