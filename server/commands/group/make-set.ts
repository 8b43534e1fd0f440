import { v7 as uuidv7 } from "uuid";
import { divide } from "@/domain/group/division";
import { freeSetName, groupName, type NewSet } from "@/domain/group/group";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { type Transaction, transaction } from "@/server/adapters/db";
import { groupFacts, studentIn } from "@/server/adapters/group-facts";
import { mustBeFreeSetName } from "@/server/adapters/group-names";
import { lockGroups, recordSaved, setPlaces } from "@/server/adapters/groups";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { presentStudent, type SetView, setOf } from "@/server/queries/group";

/** How many groups a set begins with that staff fill by hand. */
const BY_HAND = 2;

/**
 * Makes a way of dividing the course, and divides it: by size, by section, or into empty groups for staff to fill.
 * Idempotent by id. Refuses `name-taken`; without a name it gets one that is free.
 */
export async function makeSet(access: CourseAccess, input: NewSet, now: Date): Promise<SetView> {
  authorize(access, "group.write");
  const { courseId, actor } = access;
  return transaction(async (tx) => {
    await lockGroups(tx, courseId);
    const there = await tx.groupSet.findUnique({ where: { id: input.id }, select: { courseId: true } });
    if (there)
      return there.courseId === courseId ? setOf(access, input.id, tx) : refuse({ code: "id-taken" });
    const taken = await tx.groupSet.findMany({ where: { courseId }, select: { name: true } });
    if (input.name) await mustBeFreeSetName(tx, courseId, { id: input.id, name: input.name });
    const isAutomatic = input.kind === "automatic";
    await tx.groupSet.create({
      data: {
        id: input.id,
        courseId,
        name:
          input.name ??
          freeSetName(
            input,
            taken.map(({ name }) => name),
          ),
        kind: input.kind,
        size: isAutomatic ? input.size : null,
        mixed: isAutomatic && input.mixed,
      },
    });
    const parts = (await partsOf(tx, courseId, input)).map((part) => ({ ...part, id: uuidv7() }));
    await tx.group.createMany({
      data: parts.map(({ id, name, sectionId }, index) => ({
        id,
        courseId,
        groupSetId: input.id,
        position: index + 1,
        name,
        sectionId,
      })),
    });
    const places = parts.flatMap(({ id, members }) => members.map((member) => [member, id] as const));
    await setPlaces(tx, { id: input.id, courseId }, new Map(places));
    await recordSaved(tx, { id: input.id, version: 1 }, { courseId, actorId: actor.membershipId, at: now });
    return setOf(access, input.id, tx);
  });
}

interface Part {
  name: string;
  sectionId: Id | null;
  members: Id[];
}

async function partsOf(tx: Transaction, courseId: Id, input: NewSet): Promise<Part[]> {
  if (input.kind === "manual") {
    return Array.from({ length: BY_HAND }, (_, index) => ({
      name: groupName(index),
      sectionId: null,
      members: [],
    }));
  }
  const students = await tx.membership.findMany({
    where: { courseId, ...presentStudent },
    orderBy: { id: "asc" },
    select: { id: true, sectionId: true },
  });
  if (input.kind === "sections") {
    const sections = await tx.section.findMany({
      where: { courseId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    return sections.map(({ id, name }) => ({
      name,
      sectionId: id,
      members: students.filter(({ sectionId }) => sectionId === id).map((student) => student.id),
    }));
  }
  const facts = await groupFacts(tx, courseId);
  const groups = divide(
    students.map(({ id }) => studentIn(facts, input.id, id)),
    input,
    input.id,
  );
  return groups.map((members, index) => ({
    name: groupName(index),
    sectionId: null,
    members: members.map(({ id }) => id),
  }));
}
