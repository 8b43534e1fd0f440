import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { EvidenceSave, EvidenceView } from "@/domain/prompt/evidence";
import { db } from "@/server/adapters/db";
import { postNote } from "@/server/commands/note/post-note";
import type { CourseAccess } from "@/server/queries/course-access";
import { evidenceView } from "@/server/queries/evidence";
import { evidenceHistory } from "@/server/queries/evidence-history";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import { checkEvidence } from "./check-evidence";
import { deleteEvidence } from "./delete-evidence";
import { markHelpful } from "./mark-helpful";
import { recordEvidence } from "./record-evidence";
import { saveEvidence } from "./save-evidence";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const refused = (code: string) => ({ refusal: { code } });

const record = (access: CourseAccess, what: Partial<ReturnType<typeof passageAtWork>> = {}, at = today) =>
  recordEvidence(access, { ...passageAtWork(cast, "It binds nobody."), ...what }, at);

const saveOf = (view: EvidenceView, what: Partial<EvidenceSave> = {}): EvidenceSave => ({
  id: view.id,
  version: view.version,
  claim: view.claim,
  relation: view.relation,
  positionId: view.positionId,
  dimensionId: view.dimensionId,
  file: view.filed,
  ...what,
});

const eventsOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map(({ type }) => type);

describe("recording evidence", () => {
  it("keeps one, sent twice at once and once more", async () => {
    const sent = passageAtWork(cast, "It binds nobody.");
    const [one, other] = await Promise.all([
      recordEvidence(cast.ada, sent, today),
      recordEvidence(cast.ada, sent, today),
    ]);
    expect(other).toEqual(one);
    expect(await recordEvidence(cast.ada, sent, today)).toEqual(one);
    expect(one).toMatchObject({ mine: true, filed: true, version: 1, reading: 1, paragraph: 2, notes: 0 });
    expect(await eventsOf(sent.id)).toEqual(["evidence.recorded", "evidence.filed"]);
  });

  it("is answered after the close when it was taken before, and refused otherwise", async () => {
    const sent = passageAtWork(cast, "It binds nobody.");
    await recordEvidence(cast.ada, sent, today);
    await expect(recordEvidence(cast.ada, sent, inDays(6))).resolves.toMatchObject({ id: sent.id });
    await expect(record(cast.ada, {}, inDays(6))).rejects.toMatchObject(refused("closed"));
    await expect(record(cast.observer)).rejects.toMatchObject(refused("not-allowed"));
    await expect(recordEvidence(cast.liming, sent, today)).rejects.toMatchObject(refused("id-taken"));
  });

  it("refuses words that do not stand there, another text's paragraph, and another course's place", async () => {
    const other = await makeCourse();
    const elsewhere = { start: 1, end: 19, quote: "An initiative of t" };
    await expect(record(cast.ada, { passage: elsewhere })).rejects.toMatchObject(refused("anchor-mismatch"));
    for (const what of [
      { paragraphId: other.paragraphIds[1] ?? "" },
      { positionId: other.positionId },
      { dimensionId: other.dimensionId },
      { readingId: other.readingId },
    ]) {
      await expect(record(cast.ada, what)).rejects.toMatchObject(refused("not-found"));
    }
    await db().position.update({ where: { id: cast.positionId }, data: { removedAt: today } });
    await expect(record(cast.ada)).rejects.toMatchObject(refused("out-of-frame"));
  });

  it("shows a draft to nobody else until it is filed", async () => {
    const draft = await recordEvidence(
      cast.ada,
      { ...passageAtWork(cast, ""), file: false, positionId: cast.positionId },
      today,
    );
    for (const access of [cast.liming, cast.instructor, cast.observer]) {
      await expect(evidenceView(access, draft.id, today)).rejects.toMatchObject(refused("not-found"));
    }
    const filed = await saveEvidence(
      cast.ada,
      saveOf(draft, { claim: "It has no members.", file: true }),
      today,
    );
    expect(filed).toMatchObject({ filed: true, version: 2, editedAt: null });
    expect(await evidenceView(cast.liming, draft.id, today)).toMatchObject({ mine: false });
    expect(await eventsOf(draft.id)).toEqual(["evidence.recorded", "evidence.filed"]);
    expect(await evidenceHistory(cast.ada, draft.id, today)).toHaveLength(1);
  });
});

describe("saving evidence", () => {
  it("lets one of two saves at once stand, and shows the other what it says in words", async () => {
    const piece = await record(cast.ada);
    const saves = await Promise.allSettled([
      saveEvidence(cast.ada, saveOf(piece, { claim: "One." }), today),
      saveEvidence(cast.instructor, saveOf(piece, { claim: "Other." }), today),
    ]);
    const stands = saves.find((save) => save.status === "fulfilled");
    const lost = saves.find((save) => save.status === "rejected");
    expect(stands?.value).toMatchObject({ version: 2 });
    expect(lost?.reason).toMatchObject({
      refusal: {
        code: "stale",
        current: { version: 2, text: `${stands?.value.claim}\n\nsupports · Charter · Alliances` },
      },
    });
  });

  it("answers the same save again with what stands", async () => {
    const piece = await record(cast.ada);
    const save = saveOf(piece, { claim: "Nobody is bound." });
    const saved = await saveEvidence(cast.ada, save, today);
    expect(await saveEvidence(cast.ada, save, today)).toEqual(saved);
    expect(await db().evidenceVersion.count({ where: { evidenceId: piece.id } })).toBe(1);
  });

  it("keeps what was said and by whom", async () => {
    const piece = await record(cast.ada);
    const second = await saveEvidence(cast.instructor, saveOf(piece, { relation: "qualifies" }), today);
    await saveEvidence(cast.ada, saveOf(second, { claim: "Nobody is bound." }), today);
    const history = await evidenceHistory(cast.ada, piece.id, today);
    expect(history.map(({ claim, relation, by }) => [claim, relation, by.name])).toEqual([
      ["It binds nobody.", "supports", "Ada"],
      ["It binds nobody.", "qualifies", "Inés"],
      ["Nobody is bound.", "qualifies", "Ada"],
    ]);
    expect(history[0]).toMatchObject({ position: "Charter", dimension: "Alliances" });
    await expect(evidenceHistory(cast.liming, piece.id, today)).rejects.toMatchObject(refused("not-allowed"));
  });

  it("is for its author until the close, and for staff", async () => {
    const piece = await record(cast.ada);
    const save = saveOf(piece, { claim: "Nobody is bound." });
    await expect(saveEvidence(cast.liming, save, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(saveEvidence(cast.observer, save, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(saveEvidence(cast.ada, save, inDays(6))).rejects.toMatchObject(refused("closed"));
    await expect(saveEvidence(cast.assistant, save, inDays(6))).resolves.toMatchObject({ version: 2 });
  });

  it("takes a piece back to a draft only while nobody has taken it up", async () => {
    const piece = await record(cast.ada);
    const back = await saveEvidence(cast.ada, saveOf(piece, { file: false }), today);
    expect(back.filed).toBe(false);
    await expect(evidenceView(cast.liming, piece.id, today)).rejects.toMatchObject(refused("not-found"));
    const filed = await saveEvidence(cast.ada, saveOf(back, { file: true }), today);
    await expect(saveEvidence(cast.instructor, saveOf(filed, { file: false }), today)).rejects.toMatchObject(
      refused("not-allowed"),
    );
    await markHelpful(cast.liming, { id: piece.id, on: true }, today);
    await expect(saveEvidence(cast.ada, saveOf(filed, { file: false }), today)).rejects.toMatchObject(
      refused("not-allowed"),
    );
    expect(await evidenceView(cast.ada, piece.id, today)).toMatchObject({ version: 3, filed: true });
  });

  it("never leaves a note under a draft, however they come together", async () => {
    const piece = await record(cast.ada);
    const on = { kind: "evidence" as const, id: piece.id };
    const [back, note] = await Promise.allSettled([
      saveEvidence(cast.ada, saveOf(piece, { file: false }), today),
      postNote(cast.liming, { id: uuidv7(), on, body: "Whose consent?" }, today),
    ]);
    expect([back.status, note.status].sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("may stay where the frame no longer has a place, and not move to another such", async () => {
    const piece = await record(cast.ada);
    await db().position.updateMany({ where: { courseId: cast.courseId }, data: { removedAt: today } });
    const saved = await saveEvidence(cast.ada, saveOf(piece, { claim: "Still." }), today);
    await expect(
      saveEvidence(cast.ada, saveOf(saved, { positionId: cast.otherPositionId }), today),
    ).rejects.toMatchObject(refused("out-of-frame"));
  });
});

describe("other acts", () => {
  it("deletes once, by its author or staff, and keeps what it said", async () => {
    const piece = await record(cast.ada);
    await expect(deleteEvidence(cast.liming, piece.id, today)).rejects.toMatchObject(refused("not-allowed"));
    await Promise.all([
      deleteEvidence(cast.ada, piece.id, today),
      deleteEvidence(cast.assistant, piece.id, today),
    ]);
    await deleteEvidence(cast.ada, piece.id, today);
    await expect(evidenceView(cast.ada, piece.id, today)).rejects.toMatchObject(refused("deleted"));
    await expect(evidenceView(cast.liming, piece.id, today)).rejects.toMatchObject(refused("not-found"));
    const versions = await db().evidenceVersion.findMany({ where: { evidenceId: piece.id } });
    expect(versions).toMatchObject([{ claim: "It binds nobody." }]);
    expect(await eventsOf(piece.id)).toEqual(["evidence.recorded", "evidence.filed", "evidence.deleted"]);
  });

  it("saves and deletes at once without losing what was said", async () => {
    const piece = await record(cast.ada);
    await Promise.allSettled([
      saveEvidence(cast.ada, saveOf(piece, { claim: "One more." }), today),
      deleteEvidence(cast.instructor, piece.id, today),
    ]);
    const row = await db().evidence.findUniqueOrThrow({ where: { id: piece.id } });
    expect(row.deletedAt).not.toBeNull();
    const versions = await db().evidenceVersion.findMany({
      where: { evidenceId: piece.id },
      orderBy: { version: "asc" },
    });
    expect(versions.map(({ claim }) => claim)).toEqual(
      row.version === 3 ? ["It binds nobody.", "One more."] : ["It binds nobody."],
    );
  });

  it("counts a helpful mark once, from others only", async () => {
    const piece = await record(cast.ada);
    await expect(markHelpful(cast.ada, { id: piece.id, on: true }, today)).rejects.toMatchObject(
      refused("not-allowed"),
    );
    await Promise.all([1, 2, 3].map(() => markHelpful(cast.liming, { id: piece.id, on: true }, today)));
    expect((await evidenceView(cast.liming, piece.id, today)).helpful).toEqual({ count: 1, mine: true });
    expect((await evidenceView(cast.ada, piece.id, today)).helpful).toEqual({ count: 1, mine: false });
    await markHelpful(cast.liming, { id: piece.id, on: false }, today);
    expect((await evidenceView(cast.liming, piece.id, today)).helpful).toEqual({ count: 0, mine: false });
  });

  it("is said to hold though its text changed, and not where its passage is gone", async () => {
    const piece = await record(cast.ada);
    const mark = (anchor: "changed" | "lost") =>
      db().evidence.update({
        where: { id: piece.id },
        data: { anchor, formerParagraphId: cast.paragraphIds[0] ?? null },
      });
    await mark("changed");
    const changed = await evidenceView(cast.ada, piece.id, today);
    expect(changed).toMatchObject({ anchor: "changed", can: { check: true } });
    expect(changed.formerText).toMatch(/^On 21 April/);
    expect(changed.currentText).toMatch(/^An initiative/);
    expect((await evidenceView(cast.liming, piece.id, today)).can.check).toBe(false);
    await expect(checkEvidence(cast.liming, piece.id, today)).rejects.toMatchObject(refused("not-allowed"));
    const sound = await checkEvidence(cast.ada, piece.id, today);
    expect(sound).toMatchObject({ anchor: "sound", formerText: null, currentText: null });
    expect(await checkEvidence(cast.ada, piece.id, today)).toEqual(sound);
    await mark("lost");
    await expect(checkEvidence(cast.ada, piece.id, today)).rejects.toMatchObject(refused("not-allowed"));
  });
});
