import { can } from "@/domain/access/policy";
import type { Rebuttal } from "@/domain/prompt/steelman";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";
import { findSteelman, type SteelmanView } from "@/server/queries/steelman";

/**
 * Answers one's own steelman, once somebody who holds the position has signed its words. Refuses `unsigned` before
 * that, and `stale` with the newer answer when it was changed meanwhile.
 */
export async function rebutSteelman(access: CourseAccess, input: Rebuttal, now: Date): Promise<SteelmanView> {
  const { view, place, roomId, groupId, authorId, deleted } = await findSteelman(access, input.id, now);
  if (deleted) refuse({ code: "deleted" });
  if (view.mine && view.rebuttal === input.body) return view;
  const room = roomFacts(place.discussion, groupId);
  if (!can(access.actor, "steelman.rebut", { authorId, deleted }, room, now)) {
    if (view.mine) mayWrite(access, place.discussion, groupId, now);
    refuse({ code: "not-allowed" });
  }
  if (view.state !== "signed" && view.state !== "answered") refuse({ code: "unsigned" });

  await transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ version: number; signed: boolean }[]>`
      SELECT s.version, EXISTS (SELECT FROM "SteelmanVerdict" v
        WHERE v."steelmanId" = s.id AND v."onVersion" = s.version AND v.signs) AS signed
      FROM "Steelman" s WHERE s.id = ${input.id}::uuid FOR UPDATE`;
    // Whoever signed may have taken it back a moment ago; what was answered stays answered.
    if (!held?.signed && input.over === null) refuse({ code: "unsigned" });
    const { count } = await tx.steelman.updateMany({
      where: { id: input.id, deletedAt: null, rebuttedAt: input.over },
      data: { rebuttal: input.body, rebuttedAt: now },
    });
    if (count === 0) return;
    if (view.rebuttal !== null && input.over !== null) {
      await tx.steelmanRebuttal.create({
        data: { steelmanId: input.id, courseId: access.courseId, at: input.over, body: view.rebuttal },
      });
    }
    await recordEvent(tx, roomId, {
      type: "steelman.answered",
      payload: { version: view.version },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  // Read again: another answer or a deletion may have come between.
  const standing = await findSteelman(access, input.id, now);
  if (standing.deleted) refuse({ code: "deleted" });
  const { version, body, rebuttal } = standing.view;
  if (rebuttal === input.body) return standing.view;
  return refuse({ code: "stale", current: { version, text: rebuttal ?? body } });
}
