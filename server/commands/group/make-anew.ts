import { v7 as uuidv7 } from "uuid";
import { type MakeAnew, setAsText } from "@/domain/group/group";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { dissolve, lockGroups, recordSaved, setPlaces } from "@/server/adapters/groups";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { type SetView, setOf } from "@/server/queries/group";
import { anewOf } from "@/server/queries/group-anew";

/**
 * Divides an automatic set anew, as its preview has shown. Threads stay where they are, and groups with rooms are kept
 * without people. Refuses `stale` with the set as it stands when it would move others by now than were shown.
 */
export async function makeGroupsAnew(access: CourseAccess, input: MakeAnew, now: Date): Promise<SetView> {
  authorize(access, "group.write");
  const { courseId, actor } = access;
  const { setId } = input;
  return transaction(async (tx) => {
    await lockGroups(tx, courseId);
    const { version, parts, dissolves, shown } = await anewOf(access, setId, tx);
    if (version !== input.version || shown !== input.shown) {
      const text = setAsText(await setOf(access, setId, tx));
      refuse({ code: "stale", current: { version, text } });
    }
    const { _max } = await tx.group.aggregate({ where: { groupSetId: setId }, _max: { position: true } });
    const places = new Map<string, string>();
    for (const [at, { groupId, name, members }] of parts.entries()) {
      const id = groupId ?? uuidv7();
      const position = (_max.position ?? 0) + 1 + at;
      if (groupId === null) {
        await tx.group.create({ data: { id, name, position, courseId, groupSetId: setId } });
      }
      for (const member of members) places.set(member.id, id);
    }
    await setPlaces(tx, { id: setId, courseId }, places);
    await dissolve(
      tx,
      dissolves.map(({ id }) => id),
      now,
    );
    await tx.groupSet.update({ where: { id: setId }, data: { version: { increment: 1 } } });
    await recordSaved(
      tx,
      { id: setId, version: version + 1 },
      { courseId, actorId: actor.membershipId, at: now },
    );
    return setOf(access, setId, tx);
  });
}
