import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { deleteEvidence } from "@/server/commands/evidence/delete-evidence";
import { markHelpful } from "@/server/commands/evidence/mark-helpful";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import type { CourseAccess } from "./course-access";
import { evidenceCell, unplacedEvidence } from "./evidence-cell";
import { evidenceExport } from "./evidence-export";
import { evidencePage } from "./evidence-page";
import { evidenceVersus } from "./evidence-versus";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

let second = 0;
const record = async (access: CourseAccess, what: Partial<ReturnType<typeof passageAtWork>> = {}) => {
  const at = new Date(today.getTime() + second++ * 1000);
  return (await recordEvidence(access, { ...passageAtWork(cast, "It binds nobody."), ...what }, at)).id;
};
const place = () => ({ positionId: cast.positionId, dimensionId: cast.dimensionId });

describe("the matrix's page", () => {
  it("has a light row for every piece, by whom, of which group, and nobody's drafts but one's own", async () => {
    const own = await record(cast.ada);
    const draft = await record(cast.ada, { file: false, positionId: cast.otherPositionId });
    const near = await record(cast.liming);
    const far = await record(cast.stranger);
    const staffs = await record(cast.instructor);
    await record(cast.liming, { file: false });
    const page = await evidencePage(cast.ada, today);
    expect(page.pieces.map(({ id, near, mine, filed, groupId }) => [id, near, mine, filed, groupId])).toEqual(
      [
        [own, true, true, true, cast.groups.a],
        [draft, true, true, false, cast.groups.a],
        [near, true, false, true, cast.groups.a],
        [far, false, false, true, cast.groups.b],
        [staffs, false, false, true, null],
      ],
    );
    expect(page.voices.map(({ name }) => name)).toEqual(["Ada", "Li Ming", "Zofia", "Inés"]);
    expect(new Set(page.pieces.map(({ by }) => by)).size).toBe(4);
    expect(page).toMatchObject({
      readings: [{ id: cast.readingId, number: 1, title: "A code for the allies" }],
      groups: [{ name: "Group A" }, { name: "Group B" }],
      ownGroups: [cast.groups.a],
      canRecord: true,
      canManage: false,
    });
    expect(JSON.stringify(page)).not.toContain("binds");
    expect(await evidencePage(cast.instructor, today)).toMatchObject({ canRecord: true, canManage: true });
    expect(await evidencePage(cast.observer, today)).toMatchObject({ canRecord: false, ownGroups: [] });
    expect(await evidencePage(cast.ada, inDays(6))).toMatchObject({ canRecord: false });
  });

  it("shows nothing of an assignment that has not opened", async () => {
    await record(cast.ada);
    const early = inDays(-4.5);
    expect(await evidencePage(cast.liming, early)).toMatchObject({ pieces: [], voices: [], readings: [] });
    expect((await evidencePage(cast.instructor, early)).pieces).toHaveLength(1);
  });

  it("counts what stands on changed words, and what lost its place in the frame", async () => {
    const id = await record(cast.ada);
    await db().evidence.update({ where: { id }, data: { anchor: "lost" } });
    await db().dimension.update({ where: { id: cast.dimensionId }, data: { removedAt: today } });
    const { pieces, dimensions } = await evidencePage(cast.liming, today);
    expect(pieces).toMatchObject([{ id, changed: true, dimensionId: cast.dimensionId }]);
    expect(dimensions).toEqual([]);
    expect(await unplacedEvidence(cast.liming, today)).toEqual({ pieces: [], total: 0 });
    expect(await unplacedEvidence(cast.ada, today)).toMatchObject({ pieces: [{ id }], total: 1 });
    expect(await unplacedEvidence(cast.assistant, today)).toMatchObject({ pieces: [{ id }], total: 1 });
  });

  it("opens with two thousand pieces in well under 200 ms", async () => {
    const one = await record(cast.ada);
    await db().$executeRaw`
      INSERT INTO "Evidence" (id, "courseId", "roomId", "authorId", "readingId", "paragraphId", "startOffset",
        "endOffset", quote, claim, relation, "positionId", "dimensionId", "filedAt")
      SELECT gen_random_uuid(), "courseId", "roomId", "authorId", "readingId", "paragraphId", "startOffset",
        "endOffset", quote, claim, relation, "positionId", "dimensionId", "filedAt"
      FROM "Evidence", generate_series(1, 1999) WHERE id = ${one}::uuid`;
    await evidencePage(cast.liming, today);
    const times: number[] = [];
    for (let run = 0; run < 5; run++) {
      const before = performance.now();
      expect((await evidencePage(cast.liming, today)).pieces).toHaveLength(2000);
      times.push(performance.now() - before);
    }
    expect(Math.min(...times)).toBeLessThan(200);
  });
});

describe("a cell", () => {
  it("comes by the page, the most helpful first", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 52; at++) ids.push(await record(cast.ada));
    const best = ids[40] ?? "";
    await markHelpful(cast.liming, { id: best, on: true }, today);
    const first = await evidenceCell(cast.stranger, place(), today);
    expect(first).toMatchObject({ total: 52, next: 50 });
    const rest = await evidenceCell(cast.stranger, { ...place(), cursor: first.next ?? 0 }, today);
    expect(rest).toMatchObject({ total: 52, next: null });
    expect([...first.pieces, ...rest.pieces].map((piece) => piece.id)).toEqual([
      best,
      ...ids.filter((id) => id !== best),
    ]);
    await deleteEvidence(cast.ada, best, today);
    expect((await evidenceCell(cast.stranger, place(), today)).total).toBe(51);
  });
});

describe("a position against another", () => {
  it("agrees, differs, and has what is its own", async () => {
    const both = await record(cast.ada);
    const too = await record(cast.liming, { positionId: cast.otherPositionId });
    const first = { paragraphId: cast.paragraphIds[0] ?? "", passage: { start: 0, end: 5, quote: "On 21" } };
    const pro = await record(cast.ada, first);
    const contra = await record(cast.ada, {
      ...first,
      positionId: cast.otherPositionId,
      relation: "challenges",
    });
    const last = { paragraphId: cast.paragraphIds[2] ?? "", passage: { start: 0, end: 4, quote: "Most" } };
    const alone = await record(cast.stranger, { ...last, relation: "qualifies" });
    await record(cast.ada, { ...last, file: false });
    const { a, b, dimensions } = await evidenceVersus(
      cast.observer,
      { a: cast.positionId, b: cast.otherPositionId },
      today,
    );
    expect([a.short, b.short]).toEqual(["Charter", "Spheres"]);
    expect(dimensions).toHaveLength(1);
    expect(dimensions[0]).toMatchObject({
      name: "Alliances",
      leans: { a: "for", b: "even" },
      apart: false,
      agree: {
        supports: { shown: [{ a: { shown: [{ id: both }] }, b: { shown: [{ id: too }] } }], more: 0 },
      },
      differ: { shown: [{ a: { shown: [{ id: pro, quote: "On 21" }] }, b: { shown: [{ id: contra }] } }] },
      only: {
        a: { qualifies: { shown: [{ id: alone, reading: 1, paragraph: 3, author: { name: "Zofia" } }] } },
        b: { qualifies: { shown: [], more: 0 } },
      },
    });
  });

  it("shows six of each and counts the rest", async () => {
    for (let at = 0; at < 8; at++) await record(cast.ada);
    const { dimensions } = await evidenceVersus(
      cast.ada,
      { a: cast.positionId, b: cast.otherPositionId },
      today,
    );
    expect(dimensions[0]?.only.a.supports.shown).toHaveLength(6);
    expect(dimensions[0]?.only.a.supports.more).toBe(2);
  });
});

describe("the table of everything", () => {
  it("has what is filed and visible, harmless in a spreadsheet", async () => {
    const id = await record(cast.ada, { claim: "=SUM(1+1), “said”" });
    await record(cast.ada, { file: false, claim: "A draft." });
    await markHelpful(cast.liming, { id, on: true }, today);
    const { csv, fileName } = await evidenceExport(cast.stranger, today);
    expect(fileName).toBe("evidence-2026-03-10.csv");
    const lines = csv.split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe(
      `The Charter order,Alliances,supports,"'=SUM(1+1), “said”",An initiative of t,1,A code for the allies,2,Ada,Group A,2026-03-10,1,0,`,
    );
  });
});
