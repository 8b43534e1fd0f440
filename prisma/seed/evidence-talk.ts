import type { Transaction } from "@/server/adapters/db";
import { chance } from "./chance";
import type { DemoEvidence } from "./content/argument-types";
import { roomOfPiece } from "./evidence";
import { writeNotes } from "./notes";
import type { Talk } from "./talk";

/** A while after a day, and not in the future. */
const later = (day: number, ...words: string[]) => Math.min(day + 0.1 + chance(...words) * 1.4, -0.004);

/** Who found a piece helpful: a few are liked by many, across the groups, and most by one or nobody. */
function admirersOf(piece: DemoEvidence, talk: Talk) {
  const appeal = chance("helps", piece.key) ** 3 * 0.35;
  return talk.demo.people
    .filter(({ key, role }) => role === "student" && key !== piece.author)
    .filter(({ key }) => chance("finds", piece.key, key) < appeal)
    .map(({ key }) => ({ by: key, day: later(piece.day, "found", piece.key, key) }));
}

async function writeHelpful(tx: Transaction, talk: Talk, piece: DemoEvidence, room: string): Promise<void> {
  const { ids, clock, courseId, log } = talk;
  const evidenceId = ids.of("evidence", piece.key);
  const marks = admirersOf(piece, talk).map(({ by, day }) => ({
    evidenceId,
    membershipId: ids.of("member", by),
    courseId,
    at: clock.moment(day),
  }));
  await tx.evidenceHelpful.createMany({ data: marks });
  for (const { membershipId, at } of marks) {
    log.record(room, {
      type: "evidence.helpful",
      payload: { on: true },
      courseId,
      actorId: membershipId,
      subjectId: evidenceId,
      at,
    });
  }
}

/** What was done with the evidence once it was filed: discussed, found helpful, merged with what says the same. */
export async function writeEvidenceTalk(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  const { merged, threads } = demo.evidenceTalk;
  for (const piece of demo.evidence.filter((one) => !one.draft)) {
    const room = await roomOfPiece(tx, talk, piece);
    const subjectId = ids.of("evidence", piece.key);
    await writeHelpful(tx, talk, piece, room);
    const thread = threads.find((one) => one.piece === piece.key);
    if (thread) await writeNotes(tx, talk, { on: "evidence", subjectId, room }, thread.notes);
    const merge = merged.find((one) => one.piece === piece.key);
    if (!merge) continue;
    const intoId = ids.of("evidence", merge.into);
    const actorId = ids.of("member", merge.by);
    await tx.evidence.update({
      where: { id: subjectId },
      data: { mergedIntoId: intoId, mergedById: actorId },
    });
    log.record(room, {
      type: "evidence.merged",
      payload: { intoId },
      courseId,
      actorId,
      subjectId,
      at: clock.moment(merge.day),
    });
  }
}
