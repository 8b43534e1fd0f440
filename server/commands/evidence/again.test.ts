import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { publishSource } from "@/server/commands/source/publish-source";
import { reviseSource } from "@/server/commands/source/revise-source";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import { moveReading } from "../reading/move-reading";
import { checkEvidence } from "./check-evidence";
import { markHelpful } from "./mark-helpful";
import { mergeEvidence } from "./merge-evidence";
import { recordEvidence } from "./record-evidence";
import { saveEvidence } from "./save-evidence";

const late = inDays(6);
const refused = (code: string) => ({ refusal: { code } });

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const record = () => recordEvidence(cast.ada, passageAtWork(cast, "It binds nobody."), today);

const saveOf = ({ id, version, relation, positionId, dimensionId }: EvidenceView, claim: string) => ({
  id,
  version,
  claim,
  relation,
  positionId,
  dimensionId,
  file: true,
});

/** Brings the reading to a version with the same words. */
async function move() {
  const draft = await reviseSource(cast.instructor, { id: cast.sourceId }, today);
  await publishSource(cast.instructor, { id: cast.sourceId, revision: draft.revision }, today);
  const { readingId, versionId } = cast;
  await moveReading(cast.instructor, { readingId, versionId: draft.versionId, from: versionId }, today);
}

describe("what is sent again because its answer was lost is answered with what is there", () => {
  it("a piece and a comment, also when the reading has moved or the frame has changed since", async () => {
    const sent = passageAtWork(cast, "It binds nobody.");
    const { id } = await recordEvidence(cast.ada, sent, today);
    const comment = {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: sent.paragraphId,
      passage: sent.passage,
      signal: null,
      audience: "group" as const,
      body: "Words.",
    };
    await postComment(cast.ada, comment, today);
    await move();
    await db().position.update({ where: { id: cast.positionId }, data: { removedAt: today } });
    expect(await recordEvidence(cast.ada, sent, today)).toMatchObject({ id, mine: true });
    expect(await postComment(cast.ada, comment, today)).toMatchObject({ id: comment.id });
    await expect(recordEvidence(cast.liming, sent, today)).rejects.toMatchObject({ refusal: {} });
  });

  it("a save, a mark and a merge, after the close", async () => {
    const [one, two] = [await record(), await record()];
    const save = saveOf(one, "It binds no one.");
    await saveEvidence(cast.ada, save, today);
    expect(await saveEvidence(cast.ada, save, late)).toMatchObject({ version: 2 });
    await expect(saveEvidence(cast.ada, { ...save, version: 2 }, late)).rejects.toMatchObject(
      refused("closed"),
    );

    await markHelpful(cast.liming, { id: one.id, on: true }, today);
    expect(await markHelpful(cast.liming, { id: one.id, on: true }, late)).toMatchObject({
      helpful: { count: 1, mine: true },
    });
    await expect(markHelpful(cast.liming, { id: one.id, on: false }, late)).rejects.toMatchObject(
      refused("closed"),
    );

    const merge = { id: two.id, intoId: one.id };
    await mergeEvidence(cast.ada, merge, today);
    expect(await mergeEvidence(cast.ada, merge, late)).toMatchObject({ id: one.id });
    await expect(mergeEvidence(cast.liming, merge, late)).rejects.toMatchObject(refused("closed"));
  });

  it("that a piece still holds, after the close", async () => {
    const { id } = await record();
    await db().evidence.update({ where: { id }, data: { anchor: "changed" } });
    await checkEvidence(cast.ada, id, today);
    expect(await checkEvidence(cast.ada, id, late)).toMatchObject({ anchor: "sound" });
    await expect(checkEvidence(cast.liming, id, late)).rejects.toMatchObject(refused("closed"));
  });
});
