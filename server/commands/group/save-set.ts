import { type SetSave, setAsText } from "@/domain/group/group";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { type Transaction, transaction } from "@/server/adapters/db";
import { mustBeFreeSetName } from "@/server/adapters/group-names";
import { dissolve, lockGroups, recordSaved, setPlaces } from "@/server/adapters/groups";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { presentStudent, type SetView, setOf } from "@/server/queries/group";

/**
 * Saves a set as a whole: its name, its rule, its groups and who stands in them. A group that is left out is taken
 * away, or kept without people where somebody has written in it. Of a set that follows the sections only the name is
 * anybody's to change. Refuses `stale` with the set as it stands when it has changed meanwhile, `not-found` for who is
 * no student here, `not-allowed` where an automatic set would leave somebody out.
 */
export async function saveSet(access: CourseAccess, input: SetSave, now: Date): Promise<SetView> {
  authorize(access, "group.write");
  const { courseId, actor } = access;
  return transaction(async (tx) => {
    await lockGroups(tx, courseId);
    const standing = await setOf(access, input.id, tx);
    if (standing.version === input.version + 1 && saysAsMuch(standing, input)) return standing;
    if (standing.version !== input.version) {
      refuse({ code: "stale", current: { version: standing.version, text: setAsText(standing) } });
    }
    await mustBeFreeSetName(tx, courseId, input);
    if (standing.kind !== "sections") await keepGroups(tx, access, standing, input, now);
    const isAutomatic = standing.kind === "automatic";
    await tx.groupSet.update({
      where: { id: input.id },
      data: {
        name: input.name,
        size: isAutomatic ? input.size : null,
        mixed: isAutomatic && input.mixed,
        version: { increment: 1 },
      },
    });
    await recordSaved(
      tx,
      { id: input.id, version: input.version + 1 },
      { courseId, actorId: actor.membershipId, at: now },
    );
    return setOf(access, input.id, tx);
  });
}

async function keepGroups(
  tx: Transaction,
  { courseId }: CourseAccess,
  standing: SetView,
  input: SetSave,
  now: Date,
): Promise<void> {
  const known = new Map(standing.groups.map((group) => [group.id, group]));
  const ids = input.groups.map(({ id }) => id);
  const elsewhere = await tx.group.count({ where: { id: { in: ids }, groupSetId: { not: input.id } } });
  if (elsewhere > 0) refuse({ code: "id-taken" });
  const members = input.groups.flatMap((group) => group.members);
  const students = await tx.membership.count({ where: { id: { in: members }, courseId, ...presentStudent } });
  if (students < members.length) refuse({ code: "not-found" });
  const left = standing.groups.filter((group) => !group.dissolved && !ids.includes(group.id));
  if (standing.kind === "automatic") {
    const sent = new Set(members);
    const stood = standing.groups.flatMap((group) => group.members);
    if (stood.some(({ id }) => !sent.has(id))) refuse({ code: "not-allowed" });
  }
  await dissolve(
    tx,
    left.map(({ id }) => id),
    now,
  );
  // Positions are taken once in a set: out of the way first, then into their order, the dissolved ones last.
  const { _max } = await tx.group.aggregate({ where: { groupSetId: input.id }, _max: { position: true } });
  const above = _max.position ?? 0;
  for (const [at, group] of input.groups.entries()) {
    const own = { name: group.name, position: above + 1 + at };
    if (known.has(group.id)) {
      await tx.group.update({ where: { id: group.id }, data: { ...own, dissolvedAt: null } });
    } else {
      await tx.group.create({ data: { ...own, id: group.id, courseId, groupSetId: input.id } });
    }
  }
  const places = new Map(
    input.groups.flatMap(({ id, members: own }) => own.map((each) => [each, id] as const)),
  );
  const out = standing.groups
    .flatMap((group) => group.members.map(({ id }) => id))
    .filter((id) => !places.has(id));
  await tx.groupMember.deleteMany({ where: { groupSetId: input.id, membershipId: { in: out } } });
  await setPlaces(tx, { id: input.id, courseId }, places);
}

/** Whether a save that is sent again finds what it left. */
function saysAsMuch(standing: SetView, input: SetSave): boolean {
  const shape = (name: string, groups: readonly { id: Id; name: string; members: readonly Id[] }[]) =>
    JSON.stringify([name, groups.map((group) => [group.id, group.name, [...group.members].sort()])]);
  const groups = standing.groups
    .filter(({ dissolved }) => !dissolved)
    .map((group) => ({ ...group, members: group.members.map(({ id }) => id) }));
  const isRule =
    standing.kind !== "automatic" || (standing.size === input.size && standing.mixed === input.mixed);
  return isRule && shape(standing.name, groups) === shape(input.name, input.groups);
}
