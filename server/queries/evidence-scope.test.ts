import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { type Actor, roles } from "@/domain/access/actor";
import { can, type EvidenceFacts } from "@/domain/access/policy";
import { db } from "@/server/adapters/db";
import { inDays, makeCourse, today } from "@/server/testing/cast";
import { evidenceScope, evidenceScopeSql } from "./scope";

const index = fc.nat({ max: 30 });
const generated = fc.record({
  members: fc.array(fc.constantFrom(...roles), { minLength: 1, maxLength: 6 }),
  assignments: fc.array(
    fc.record({
      published: fc.boolean(),
      opensIn: fc.constantFrom(-2, 1),
      visible: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  evidence: fc.array(
    fc.record({ author: index, assignment: index, group: index, filed: fc.boolean(), deleted: fc.boolean() }),
    { maxLength: 30 },
  ),
});
type Generated = typeof generated extends fc.Arbitrary<infer Value> ? Value : never;

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

async function write(cast: Generated) {
  const { courseId, groups, versionId, paragraphIds, positionId, dimensionId } = await makeCourse();
  const members = cast.members.map((role): Actor & { userId: string } => ({
    userId: uuidv7(),
    membershipId: uuidv7(),
    role,
    groupIds: [groups.a],
  }));
  await db().user.createMany({
    data: members.map(({ userId }) => ({ id: userId, email: `${userId}@example.test`, name: "Somebody" })),
  });
  await db().membership.createMany({
    data: members.map(({ membershipId, userId, role }) => ({ id: membershipId, userId, role, courseId })),
  });
  const assignments = cast.assignments.map(({ published, opensIn, visible }) => ({
    id: uuidv7(),
    readingId: uuidv7(),
    rooms: [
      { id: uuidv7(), groupId: groups.a },
      { id: uuidv7(), groupId: groups.b },
    ],
    visible,
    schedule: {
      publishedAt: published ? inDays(-3) : null,
      opensAt: inDays(opensIn),
      dueAt: inDays(3),
      closesAt: inDays(4),
    },
  }));
  await db().assignment.createMany({
    data: assignments.map(({ id, schedule }, at) => ({
      id,
      courseId,
      position: at + 2,
      title: "Another week",
      points: 10,
      groupSetId: groups.setId,
      ...schedule,
    })),
  });
  await db().reading.createMany({
    data: assignments.map(({ id, readingId }, at) => ({
      id: readingId,
      courseId,
      assignmentId: id,
      versionId,
      position: at + 2,
    })),
  });
  await db().room.createMany({
    data: assignments.flatMap(({ id, rooms }) =>
      rooms.map((room) => ({ ...room, courseId, assignmentId: id })),
    ),
  });
  const evidence = cast.evidence.map(({ author, assignment, group, filed, deleted }) => {
    const facts: EvidenceFacts = { authorId: pick(members, author).membershipId, filed, deleted };
    const of = pick(assignments, assignment);
    return { id: uuidv7(), facts, of, room: pick(of.rooms, group) };
  });
  await db().evidence.createMany({
    data: evidence.map(({ id, facts, of, room }) => ({
      id,
      courseId,
      roomId: room.id,
      authorId: facts.authorId,
      readingId: of.readingId,
      paragraphId: pick(paragraphIds, 0),
      startOffset: 0,
      endOffset: 2,
      quote: "On",
      claim: "A claim",
      relation: "supports" as const,
      positionId,
      dimensionId,
      filedAt: facts.filed ? today : null,
      deletedAt: facts.deleted ? today : null,
    })),
  });
  return { courseId, members, assignments, evidence };
}

const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id).sort();

it("lists exactly the evidence that the policy lets be seen", async () => {
  await fc.assert(
    fc.asyncProperty(generated, async (cast) => {
      const { courseId, members, assignments, evidence } = await write(cast);
      for (const actor of members) {
        const entered = assignments.filter(({ schedule }) => can(actor, "assignment.enter", schedule, today));
        const readings = {
          entered: entered.map(({ readingId }) => readingId),
          shown: entered
            .filter(({ visible }) => actor.role !== "student" || visible)
            .map(({ readingId }) => readingId),
        };
        const listed = await db().evidence.findMany({
          where: { courseId, ...evidenceScope(actor, readings) },
          select: { id: true },
        });
        const expected = evidence.filter(({ facts, of, room }) =>
          can(
            actor,
            "evidence.see",
            facts,
            { ...of.schedule, groupId: room.groupId, othersVisible: of.visible },
            today,
          ),
        );
        expect(idsOf(listed)).toEqual(idsOf(expected));
        const inSql = await db().$queryRaw<{ id: string }[]>`
          SELECT e.id FROM "Evidence" e
          WHERE e."courseId" = ${courseId}::uuid AND ${evidenceScopeSql(actor, readings, "e")}`;
        expect(idsOf(inSql)).toEqual(idsOf(listed));
      }
    }),
    { numRuns: 30, endOnFailure: true },
  );
}, 120_000);
