import { can } from "@/domain/access/policy";
import { type NewSteelman, rejects } from "@/domain/prompt/steelman";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { keepCitations } from "@/server/adapters/citations";
import { db, transaction } from "@/server/adapters/db";
import { openRoom, recordEvent } from "@/server/adapters/event-log";
import { resolveCitations } from "@/server/queries/citation";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";
import { checkPosition } from "@/server/queries/frame";
import { findSteelman, type SteelmanView, steelmanPlace } from "@/server/queries/steelman";

/**
 * Puts the case for a position this person rejects, once a prompt. Idempotent by id. Refuses `stance-first` before
 * they have said where they stand, `not-allowed` for a position they hold or where the prompt asks for none, and
 * `stale` with what they have already written for it.
 */
export async function writeSteelman(
  access: CourseAccess,
  input: NewSteelman,
  now: Date,
): Promise<SteelmanView> {
  const { courseId, actor } = access;
  // Sent again because the first answer was lost: it is there, whatever its author has come to hold since.
  if (await hasWritten(access, input)) return ownView(access, input, now);
  const { discussion, asked, address, holding } = await steelmanPlace(access, input.promptId, now);
  const room = roomFacts(discussion, address.groupId);
  const stand = { rejects: rejects(holding, input.positionId) };
  if (!asked || !can(actor, "steelman.write", stand, room, now)) {
    mayWrite(access, discussion, address.groupId, now);
    if (asked && holding === null && actor.role === "student") refuse({ code: "stance-first" });
    refuse({ code: "not-allowed" });
  }
  await checkPosition(access, input.positionId);
  const citations = await resolveCitations(access, input.body, now);

  await transaction(async (tx) => {
    await giveAliases(tx, { ...discussion.assignment, courseId }, [actor.membershipId]);
    const roomId = await openRoom(tx, address);
    const { count } = await tx.steelman.createMany({
      data: { ...input, courseId, roomId, authorId: actor.membershipId, createdAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await keepCitations(tx, { courseId, steelmanId: input.id }, citations);
    await recordEvent(tx, roomId, {
      type: "steelman.saved",
      payload: { version: 1, promptId: input.promptId, positionId: input.positionId },
      courseId,
      actorId: actor.membershipId,
      subjectId: input.id,
      at: now,
    });
    // The event holds the room until the commit: of two begun at once the later one sees the other.
    const other = await tx.steelman.findFirst({
      where: {
        courseId,
        promptId: input.promptId,
        authorId: actor.membershipId,
        deletedAt: null,
        id: { not: input.id },
      },
      select: { version: true, body: true },
    });
    if (other) refuse({ code: "stale", current: { version: other.version, text: other.body } });
  });
  return ownView(access, input, now);
}

async function hasWritten({ courseId, actor }: CourseAccess, { id }: NewSteelman): Promise<boolean> {
  return (await db().steelman.count({ where: { id, courseId, authorId: actor.membershipId } })) > 0;
}

/** What stands under an id that was just written; refuses `id-taken` when it is something else. */
async function ownView(access: CourseAccess, input: NewSteelman, now: Date): Promise<SteelmanView> {
  const { view, deleted } = await findSteelman(access, input.id, now);
  if (deleted) refuse({ code: "deleted" });
  if (!view.mine || view.promptId !== input.promptId) refuse({ code: "id-taken" });
  return view;
}
