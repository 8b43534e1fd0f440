import { can } from "@/domain/access/policy";
import { holds, type NewVerdict } from "@/domain/prompt/steelman";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";
import { findSteelman, type SteelmanView } from "@/server/queries/steelman";

/**
 * Signs the case for a position that this person holds, or says what is missing. Said again of the same words, the
 * later word counts. Refuses `stale` with the words as they now stand when they were changed meanwhile, and
 * `answered` once its author has answered it.
 */
export async function judgeSteelman(
  access: CourseAccess,
  input: NewVerdict,
  now: Date,
): Promise<SteelmanView> {
  const { courseId, actor } = access;
  const { view, place, roomId, groupId, authorId, deleted } = await findSteelman(
    access,
    input.steelmanId,
    now,
  );
  if (deleted) refuse({ code: "deleted" });
  // Sent again because the first answer was lost, perhaps after the close: it was said, whatever has changed since.
  if (await hasSaid(access, input)) return view;
  const stand = { holds: holds(place.holding, view.positionId) };
  const room = roomFacts(place.discussion, groupId);
  if (!can(actor, "steelman.judge", { authorId, deleted }, stand, room, now)) {
    mayWrite(access, place.discussion, groupId, now);
    refuse({ code: "not-allowed" });
  }

  await transaction(async (tx) => {
    await giveAliases(tx, { ...place.discussion.assignment, courseId }, [actor.membershipId]);
    // Held until the commit, so that its words and its answer are those that are judged.
    const [held] = await tx.$queryRaw<{ version: number; body: string; rebuttal: string | null }[]>`
      SELECT version, body, rebuttal FROM "Steelman"
      WHERE id = ${input.steelmanId}::uuid AND "deletedAt" IS NULL FOR SHARE`;
    if (!held) refuse({ code: "deleted" });
    if (held.version !== input.version) {
      refuse({ code: "stale", current: { version: held.version, text: held.body } });
    }
    if (held.rebuttal !== null) refuse({ code: "answered" });
    const { signs, words, version: onVersion } = input;
    await tx.steelmanVerdict.upsert({
      where: {
        steelmanId_authorId_onVersion: {
          steelmanId: input.steelmanId,
          authorId: actor.membershipId,
          onVersion,
        },
      },
      create: {
        id: input.id,
        courseId,
        steelmanId: input.steelmanId,
        authorId: actor.membershipId,
        signs,
        words,
        onVersion,
        at: now,
      },
      update: { signs, words, at: now },
    });
    await recordEvent(tx, roomId, {
      type: "steelman.judged",
      payload: { steelmanId: input.steelmanId, version: onVersion, signs },
      courseId,
      actorId: actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return (await findSteelman(access, input.steelmanId, now)).view;
}

/** Refuses `id-taken` where the id names another verdict. */
async function hasSaid({ actor }: CourseAccess, { id, steelmanId }: NewVerdict): Promise<boolean> {
  const said = await db().steelmanVerdict.findUnique({
    where: { id },
    select: { authorId: true, steelmanId: true },
  });
  if (!said) return false;
  const isIt = said.authorId === actor.membershipId && said.steelmanId === steelmanId;
  return isIt || refuse({ code: "id-taken" });
}
