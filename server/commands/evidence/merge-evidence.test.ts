import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { evidenceView } from "@/server/queries/evidence";
import { evidenceCell, similarEvidence } from "@/server/queries/evidence-cell";
import { evidencePage } from "@/server/queries/evidence-page";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import { deleteEvidence } from "./delete-evidence";
import { mergeEvidence, partEvidence } from "./merge-evidence";
import { recordEvidence } from "./record-evidence";
import { saveEvidence } from "./save-evidence";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const refused = (code: string) => ({ refusal: { code } });
let minute = 0;
const record = async (access: CourseAccess, what: Partial<ReturnType<typeof passageAtWork>> = {}) => {
  const at = new Date(today.getTime() + minute++ * 1000);
  return (await recordEvidence(access, { ...passageAtWork(cast, "It binds nobody."), ...what }, at)).id;
};
const merge = (access: CourseAccess, id: string, intoId: string) =>
  mergeEvidence(access, { id, intoId }, today);

const headOf = async (id: string) => (await db().evidence.findUniqueOrThrow({ where: { id } })).mergedIntoId;

describe("merging evidence", () => {
  it("puts one under the other, with what was under it, and counts them once", async () => {
    const [a, b, c] = [await record(cast.ada), await record(cast.liming), await record(cast.liming)];
    await merge(cast.liming, c, b);
    const view = await merge(cast.ada, b, a);
    expect(view.id).toBe(a);
    expect(view.merged.map(({ id, canPart }) => [id, canPart])).toEqual([
      [b, true],
      [c, false],
    ]);
    expect(await merge(cast.ada, b, a)).toEqual(view);
    const cell = await evidenceCell(cast.stranger, { ...place(), cursor: 0 }, today);
    expect(cell).toMatchObject({ total: 1, next: null, pieces: [{ id: a }] });
    const { pieces } = await evidencePage(cast.stranger, today);
    expect(pieces.map(({ id, head, merged }) => [id, head, merged])).toEqual([
      [a, null, false],
      [b, a, true],
      [c, a, true],
    ]);
    expect(await db().event.count({ where: { type: "evidence.merged", courseId: cast.courseId } })).toBe(2);
  });

  it("goes under the head of what is merged itself", async () => {
    const [a, b, c] = [await record(cast.ada), await record(cast.ada), await record(cast.ada)];
    await merge(cast.ada, b, a);
    expect((await merge(cast.ada, c, b)).id).toBe(a);
    expect(await headOf(c)).toBe(a);
    // Together already, whichever way round.
    expect((await merge(cast.ada, a, b)).id).toBe(a);
    expect(await headOf(a)).toBeNull();
  });

  it("makes no circle, however many are merged at once", async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => record(cast.ada)));
    const pairs = ids.flatMap((id) =>
      ids.filter((other) => other !== id).map((other) => [id, other] as const),
    );
    await Promise.all(pairs.map(([id, intoId]) => merge(cast.ada, id, intoId)));
    const heads = await Promise.all(ids.map(headOf));
    expect(heads.filter((head) => head === null)).toHaveLength(1);
    const head = ids[heads.indexOf(null)];
    expect(new Set(heads)).toEqual(new Set([null, head]));
  });

  it("never ends under what is deleted at the same moment", async () => {
    const [a, b] = [await record(cast.ada), await record(cast.liming)];
    await Promise.allSettled([merge(cast.liming, b, a), deleteEvidence(cast.ada, a, today)]);
    expect(await headOf(b)).toBeNull();
  });

  it("is for whoever wrote either, and staff; for the same cell, relation and standing", async () => {
    const [a, b] = [await record(cast.ada), await record(cast.liming)];
    await expect(merge(cast.stranger, a, b)).rejects.toMatchObject(refused("not-allowed"));
    await expect(merge(cast.observer, a, b)).rejects.toMatchObject(refused("not-allowed"));
    await expect(merge(cast.ada, a, a)).rejects.toMatchObject(refused("not-allowed"));
    for (const what of [
      { relation: "challenges" as const },
      { positionId: cast.otherPositionId },
      { file: false },
    ]) {
      await expect(merge(cast.ada, await record(cast.ada, what), a)).rejects.toMatchObject(
        refused("not-allowed"),
      );
    }
    await expect(merge(cast.ada, a, await record(cast.liming, { file: false }))).rejects.toMatchObject(
      refused("not-found"),
    );
    expect((await merge(cast.instructor, a, b)).id).toBe(b);
  });

  it("is undone by its author, whoever did it, and staff", async () => {
    const [a, b] = [await record(cast.ada), await record(cast.liming)];
    await merge(cast.ada, b, a);
    await expect(partEvidence(cast.stranger, b, today)).rejects.toMatchObject(refused("not-allowed"));
    expect((await partEvidence(cast.ada, b, today)).id).toBe(b);
    await partEvidence(cast.ada, b, today);
    expect((await evidenceView(cast.ada, a, today)).merged).toEqual([]);
    await merge(cast.ada, b, a);
    await partEvidence(cast.liming, b, today);
    expect(await headOf(b)).toBeNull();
  });

  it("gives the oldest of the others the place of what is deleted or moved", async () => {
    const [a, b, c] = [await record(cast.ada), await record(cast.liming), await record(cast.liming)];
    await merge(cast.ada, c, a);
    await merge(cast.ada, b, a);
    await deleteEvidence(cast.ada, a, today);
    expect([await headOf(b), await headOf(c)]).toEqual([null, b]);
    const view = await evidenceView(cast.liming, b, today);
    const { id, version, claim, relation, dimensionId } = view;
    await saveEvidence(
      cast.liming,
      { id, version, claim, relation, dimensionId, positionId: cast.otherPositionId, file: true },
      today,
    );
    expect([await headOf(b), await headOf(c)]).toEqual([null, null]);
  });

  it("is proposed where the words or the claims are alike, and not where they are merged", async () => {
    const a = await record(cast.ada);
    const b = await record(cast.liming, { claim: "Consent is not asked for." });
    const far = { paragraphId: cast.paragraphIds[0] ?? "", passage: { start: 0, end: 5, quote: "On 21" } };
    await record(cast.liming, { ...far, claim: "A speech was given." });
    await record(cast.liming, { relation: "challenges" });
    await record(cast.liming, { file: false });
    const c = await record(cast.stranger, { ...far, claim: "It binds nobody." });
    const alike = async (id: string) => (await similarEvidence(cast.ada, id, today)).map((piece) => piece.id);
    expect((await alike(a)).toSorted()).toEqual([b, c].toSorted());
    await merge(cast.ada, b, a);
    expect(await alike(a)).toEqual([c]);
  });
});

const place = () => ({ positionId: cast.positionId, dimensionId: cast.dimensionId });
