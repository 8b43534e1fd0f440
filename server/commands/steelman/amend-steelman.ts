import { can } from "@/domain/access/policy";
import type { SteelmanSave } from "@/domain/prompt/steelman";
import { refuse } from "@/domain/refusal";
import { keepCitations } from "@/server/adapters/citations";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { formerText, resolveCitations } from "@/server/queries/citation";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";
import { findSteelman, type SteelmanView } from "@/server/queries/steelman";

/** Whether it stands as this change leaves it: just made, or by the same change sent before. */
const saysAsMuch = (view: SteelmanView, input: SteelmanSave) =>
  view.mine && view.version === input.version + 1 && view.body === input.body;

/**
 * Changes the words of a steelman; what they were is kept, and whoever signed them has to look again. Refuses `stale`
 * with the newer text, and `answered` once its author has answered it.
 */
export async function amendSteelman(
  access: CourseAccess,
  input: SteelmanSave,
  now: Date,
): Promise<SteelmanView> {
  const { view, place, roomId, groupId, authorId, deleted } = await findSteelman(access, input.id, now);
  const facts = { authorId, deleted };
  if (deleted) refuse({ code: "deleted" });
  if (saysAsMuch(view, input)) return view;
  if (!can(access.actor, "steelman.amend", facts, roomFacts(place.discussion, groupId), now)) {
    if (view.mine) mayWrite(access, place.discussion, groupId, now);
    refuse({ code: "not-allowed" });
  }
  if (view.state === "answered") refuse({ code: "answered" });
  const former = await formerText(access, { steelmanId: input.id }, view.body);
  const citations = await resolveCitations(access, input.body, now, former);
  const { courseId } = access;

  await transaction(async (tx) => {
    const { count } = await tx.steelman.updateMany({
      where: { id: input.id, version: input.version, deletedAt: null, rebuttal: null },
      data: { body: input.body, version: { increment: 1 }, editedAt: now },
    });
    if (count === 0) return;
    await tx.steelmanVersion.create({
      data: {
        steelmanId: input.id,
        courseId,
        version: view.version,
        body: view.body,
        at: view.editedAt ?? view.createdAt,
      },
    });
    await keepCitations(tx, { courseId, steelmanId: input.id }, citations);
    await recordEvent(tx, roomId, {
      type: "steelman.saved",
      payload: { version: input.version + 1, promptId: view.promptId, positionId: view.positionId },
      courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  // Read again: another change, its answer or a deletion may have come between.
  const standing = await findSteelman(access, input.id, now);
  if (standing.deleted) refuse({ code: "deleted" });
  if (saysAsMuch(standing.view, input)) return standing.view;
  if (standing.view.state === "answered") refuse({ code: "answered" });
  const { version, body } = standing.view;
  return refuse({ code: "stale", current: { version, text: body } });
}
