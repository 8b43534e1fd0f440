import type { GroupMove } from "@/domain/group/group";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { lockGroups, recordJoined, recordSaved, setPlaces } from "@/server/adapters/groups";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { presentStudent, type SetView, setOf } from "@/server/queries/group";

/**
 * Puts one student into another group of a set by hand, or out of all of them where staff fill it. Refuses `stale` with
 * the name of the group where they stand meanwhile, `not-allowed` where the set fills or follows by itself.
 */
export async function moveStudent(access: CourseAccess, input: GroupMove, now: Date): Promise<SetView> {
  authorize(access, "group.write");
  const { courseId, actor } = access;
  const { setId, membershipId, fromId, toId } = input;
  return transaction(async (tx) => {
    await lockGroups(tx, courseId);
    const set = await setOf(access, setId, tx);
    if (set.kind === "sections" || (set.kind === "automatic" && toId === null))
      refuse({ code: "not-allowed" });
    const student = await tx.membership.count({ where: { id: membershipId, courseId, ...presentStudent } });
    const to = set.groups.find(({ id }) => id === toId);
    const isKnown = fromId === null || set.groups.some(({ id }) => id === fromId);
    if (student === 0 || !isKnown || (toId !== null && (!to || to.dissolved))) refuse({ code: "not-found" });
    const present = set.groups.find(({ members }) => members.some(({ id }) => id === membershipId));
    if ((present?.id ?? null) === toId) return set;
    if ((present?.id ?? null) !== fromId) {
      refuse({ code: "stale", current: { version: set.version, text: present?.name ?? "" } });
    }
    const act = { courseId, actorId: actor.membershipId, at: now };
    if (toId === null) {
      await tx.groupMember.deleteMany({ where: { groupSetId: setId, membershipId } });
    } else {
      await setPlaces(tx, { id: setId, courseId }, new Map([[membershipId, toId]]));
      await recordJoined(tx, [[membershipId, toId]], act);
    }
    await tx.groupSet.update({ where: { id: setId }, data: { version: { increment: 1 } } });
    if (toId === null) {
      await recordSaved(tx, { id: setId, version: set.version + 1 }, act);
    }
    return setOf(access, setId, tx);
  });
}
