import { v7 as uuidv7 } from "uuid";
import type { GroupRules } from "@/domain/group/division";
import { freeGroupName, USUAL_SIZE } from "@/domain/group/group";
import { join, type Layout, leave, placesOf } from "@/domain/group/layout";
import type { Id } from "@/domain/id";
import type { Transaction } from "./db";
import { openRoom, recordAtDesk } from "./event-log";
import { type GroupFacts, groupFacts, studentIn } from "./group-facts";

/** Who does it, in which course and when. */
export interface Act {
  courseId: Id;
  actorId: Id;
  at: Date;
}

/**
 * Puts changes to a course's groups in a row, under the desk's row lock and then those of the sets: of two who come at
 * once the second finds the first in their place. Taken first in every transaction that moves people.
 */
export async function lockGroups(tx: Transaction, courseId: Id): Promise<void> {
  const desk = await openRoom(tx, { courseId, assignmentId: null, groupId: null });
  await tx.$queryRaw`SELECT id FROM "Room" WHERE id = ${desk}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM "GroupSet" WHERE "courseId" = ${courseId}::uuid ORDER BY id FOR UPDATE`;
}

interface Automatic extends GroupRules {
  id: Id;
  layout: Layout;
  /** Of every group that the set has or had. */
  names: string[];
  nextPosition: number;
}

async function automaticSets(
  tx: Transaction,
  courseId: Id,
): Promise<{ sets: Automatic[]; facts: GroupFacts }> {
  const rows = await tx.groupSet.findMany({
    where: { courseId, kind: "automatic" },
    orderBy: { id: "asc" },
    select: {
      id: true,
      size: true,
      mixed: true,
      groups: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          name: true,
          position: true,
          dissolvedAt: true,
          members: { select: { membershipId: true }, orderBy: { membershipId: "asc" } },
        },
      },
    },
  });
  // Most courses have none: then nothing is asked about who wrote where.
  const facts = rows.length > 0 ? await groupFacts(tx, courseId) : { written: [], stances: new Map() };
  const sets = rows.map(({ id, size, mixed, groups }) => ({
    id,
    size: size ?? USUAL_SIZE,
    mixed,
    layout: groups
      .filter(({ dissolvedAt }) => dissolvedAt === null)
      .map((group) => ({
        id: group.id,
        members: group.members.map(({ membershipId }) => studentIn(facts, id, membershipId)),
      })),
    names: groups.map(({ name }) => name),
    nextPosition: Math.max(0, ...groups.map(({ position }) => position)) + 1,
  }));
  return { sets, facts };
}

/**
 * Takes groups away that nobody stands in any more. Where somebody has written, or dates hang on one, it is kept; the
 * place of whoever is off the roster is not, for it would be one that nobody sees.
 */
export async function dissolve(tx: Transaction, groupIds: Id[], at: Date): Promise<void> {
  if (groupIds.length === 0) return;
  await tx.groupMember.deleteMany({ where: { groupId: { in: groupIds } } });
  await tx.group.deleteMany({
    where: { id: { in: groupIds }, rooms: { none: {} }, extensions: { none: {} } },
  });
  await tx.group.updateMany({
    where: { id: { in: groupIds }, dissolvedAt: null },
    data: { dissolvedAt: at },
  });
}

/** Puts a set's people where they are to stand. */
export async function setPlaces(
  tx: Transaction,
  set: { id: Id; courseId: Id },
  places: ReadonlyMap<Id, Id>,
): Promise<void> {
  const membershipIds = [...places.keys()];
  await tx.groupMember.deleteMany({ where: { groupSetId: set.id, membershipId: { in: membershipIds } } });
  await tx.groupMember.createMany({
    data: [...places].map(([membershipId, groupId]) => ({
      membershipId,
      groupId,
      groupSetId: set.id,
      courseId: set.courseId,
    })),
  });
}

async function keepLayout(tx: Transaction, set: Automatic, after: Layout, act: Act): Promise<void> {
  const before = placesOf(set.layout);
  const known = new Set(set.layout.map(({ id }) => id));
  const names = [...set.names];
  for (const [at, { id }] of after.filter((group) => !known.has(group.id)).entries()) {
    const name = freeGroupName(names);
    names.push(name);
    await tx.group.create({
      data: { id, name, courseId: act.courseId, groupSetId: set.id, position: set.nextPosition + at },
    });
  }
  const moved = [...placesOf(after)].filter(([id, groupId]) => before.get(id) !== groupId);
  await setPlaces(tx, { id: set.id, courseId: act.courseId }, new Map(moved));
  const standing = new Set(after.map(({ id }) => id));
  const gone = [...known].filter((id) => !standing.has(id));
  await dissolve(tx, gone, act.at);
  const { version } = await tx.groupSet.update({
    where: { id: set.id },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  if (gone.length > 0 || names.length > set.names.length) await recordSaved(tx, { id: set.id, version }, act);
  await recordJoined(tx, moved, act);
}

/** Says that a set stands otherwise: its groups, or who is in them. */
export async function recordSaved(
  tx: Transaction,
  set: { id: Id; version: number },
  { courseId, actorId, at }: Act,
): Promise<void> {
  await recordAtDesk(tx, {
    type: "groups.saved",
    payload: { version: set.version },
    courseId,
    actorId,
    subjectId: set.id,
    at,
  });
}

/** Says of each of these people which group they are in now. */
export async function recordJoined(
  tx: Transaction,
  moved: Iterable<readonly [Id, Id]>,
  { courseId, actorId, at }: Act,
): Promise<void> {
  for (const [subjectId, groupId] of moved) {
    await recordAtDesk(tx, {
      type: "groups.joined",
      payload: { groupId },
      courseId,
      actorId,
      subjectId,
      at,
    });
  }
}

/** Puts these students into the groups of their sections, in every set that follows the sections. */
export async function followSections(tx: Transaction, membershipIds: readonly Id[], act: Act): Promise<void> {
  const ids = [...membershipIds];
  const sets = await tx.groupSet.findMany({
    where: { courseId: act.courseId, kind: "sections" },
    orderBy: { id: "asc" },
    select: { id: true, groups: { where: { dissolvedAt: null }, select: { id: true, sectionId: true } } },
  });
  if (sets.length === 0 || ids.length === 0) return;
  const students = await tx.membership.findMany({
    where: { id: { in: ids }, courseId: act.courseId, role: "student" },
    select: { id: true, sectionId: true },
    orderBy: { id: "asc" },
  });
  for (const { id: groupSetId, groups } of sets) {
    const places = students.flatMap(({ id, sectionId }) => {
      const group = groups.find((each) => sectionId !== null && each.sectionId === sectionId);
      return group ? [[id, group.id] as const] : [];
    });
    await tx.groupMember.deleteMany({ where: { groupSetId, membershipId: { in: ids } } });
    await setPlaces(tx, { id: groupSetId, courseId: act.courseId }, new Map(places));
    await tx.groupSet.update({ where: { id: groupSetId }, data: { version: { increment: 1 } } });
    await recordJoined(tx, places, act);
  }
}

/** Finds somebody who becomes a student a place in every set that fills by itself. */
export async function placeStudent(tx: Transaction, membershipId: Id, act: Act): Promise<void> {
  await lockGroups(tx, act.courseId);
  await followSections(tx, [membershipId], act);
  const { sets, facts } = await automaticSets(tx, act.courseId);
  for (const set of sets) {
    if (placesOf(set.layout).has(membershipId)) continue;
    const formerId =
      facts.written.find(({ authorId, groupSetId }) => authorId === membershipId && groupSetId === set.id)
        ?.groupId ?? null;
    const student = studentIn(facts, set.id, membershipId);
    await keepLayout(tx, set, join(set.layout, student, set, { formerId, newGroupId: uuidv7 }), act);
  }
}

/**
 * Takes somebody out of the sets that fill by themselves, and evens these out. Whoever is only off the roster keeps
 * their place in the others, to come back to; whoever is no student any more has none.
 */
export async function releaseStudent(
  tx: Transaction,
  membershipId: Id,
  isStudent: boolean,
  act: Act,
): Promise<void> {
  await lockGroups(tx, act.courseId);
  const { sets } = await automaticSets(tx, act.courseId);
  for (const set of sets) {
    if (!placesOf(set.layout).has(membershipId)) continue;
    await tx.groupMember.deleteMany({ where: { groupSetId: set.id, membershipId } });
    await keepLayout(tx, set, leave(set.layout, membershipId, set), act);
  }
  if (!isStudent) await tx.groupMember.deleteMany({ where: { membershipId } });
}
