import type { Id } from "@/domain/id";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { holdFiled } from "@/server/adapters/evidence-clusters";
import type { CourseAccess } from "@/server/queries/course-access";
import { evidenceView, findEvidence, mayDo } from "@/server/queries/evidence";

/** Says of somebody else's piece that it helped, or takes it back. Saying it again changes nothing. */
export async function markHelpful(
  access: CourseAccess,
  input: { id: Id; on: boolean },
  now: Date,
): Promise<EvidenceView> {
  const { courseId, actor } = access;
  const found = await findEvidence(access, input.id, now);
  const { row, open } = found;
  // Said again, perhaps after the close, because the first answer was lost.
  if (input.on && row.helpful.length > 0) return evidenceView(access, input.id, now);
  mayDo(access, "evidence.helpful", found, now);
  await transaction(async (tx) => {
    await giveAliases(tx, { ...open.facts, courseId }, actor.role === "student" ? [actor.membershipId] : []);
    if (!(await holdFiled(tx, row.id))) refuse({ code: "deleted" });
    const mine = { evidenceId: row.id, membershipId: actor.membershipId };
    const { count } = input.on
      ? await tx.evidenceHelpful.createMany({ data: { ...mine, courseId, at: now }, skipDuplicates: true })
      : await tx.evidenceHelpful.deleteMany({ where: mine });
    if (count === 0) return;
    await recordEvent(tx, row.roomId, {
      type: "evidence.helpful",
      payload: { on: input.on },
      courseId,
      actorId: actor.membershipId,
      subjectId: row.id,
      at: now,
    });
  });
  return evidenceView(access, input.id, now);
}
