import { can } from "@/domain/access/policy";
import { holds, type NewVerdict } from "@/domain/prompt/steelman";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { transaction } from "@/server/adapters/db";
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
      SELECT version, body, rebuttal FROM "Steelman" WHERE id = ${input.steelmanId}::uuid FOR SHARE`;
    if (!held || held.version !== input.version) {
      refuse({
        code: "stale",
        current: { version: held?.version ?? view.version, text: held?.body ?? view.body },
      });
    }
    const said = await tx.steelmanVerdict.findUnique({ where: { id: input.id } });
    if (said) {
      if (said.authorId !== actor.membershipId || said.steelmanId !== input.steelmanId) {
        refuse({ code: "id-taken" });
      }
      return;
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
