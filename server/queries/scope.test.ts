import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { type Actor, roles } from "@/domain/access/actor";
import { type CommentFacts, can, type ResponseFacts, type RoomFacts } from "@/domain/access/policy";
import { signals } from "@/domain/comment/comment";
import { db } from "@/server/adapters/db";
import { inDays, makeCourse, today } from "@/server/testing/cast";
import { assignmentScope, commentScope, commentScopeSql, gradeScope, responseScope } from "./scope";

const index = fc.nat({ max: 30 });
const generated = fc.record({
  groups: fc.integer({ min: 0, max: 3 }),
  members: fc.array(fc.record({ role: fc.constantFrom(...roles), group: fc.option(index) }), {
    minLength: 2,
    maxLength: 7,
  }),
  comments: fc.array(
    fc.record({
      author: index,
      asker: index,
      room: index,
      audience: fc.constantFrom("group" as const, "private" as const, "instructors" as const),
      deleted: fc.boolean(),
      signal: fc.option(fc.constantFrom(...signals)),
    }),
    { maxLength: 25 },
  ),
  responses: fc.array(
    fc.record({ author: index, room: index, submitted: fc.boolean(), deleted: fc.boolean() }),
    { maxLength: 25 },
  ),
  published: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
  grades: fc.array(fc.record({ student: index, assignment: index, released: fc.boolean() }), {
    maxLength: 12,
  }),
});
type Generated = typeof generated extends fc.Arbitrary<infer Value> ? Value : never;

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

async function makeMembers(courseId: string, groupSetId: string, groupIds: string[], cast: Generated) {
  const members = cast.members.map(({ role, group }): Actor & { userId: string } => ({
    userId: uuidv7(),
    membershipId: uuidv7(),
    role,
    groupIds: group === null || groupIds.length === 0 ? [] : [pick(groupIds, group)],
  }));
  await db().user.createMany({
    data: members.map(({ userId }) => ({ id: userId, email: `${userId}@example.test`, name: "Somebody" })),
  });
  await db().membership.createMany({
    data: members.map(({ membershipId, userId, role }) => ({ id: membershipId, userId, role, courseId })),
  });
  await db().groupMember.createMany({
    data: members.flatMap(({ membershipId, groupIds: own }) =>
      own.map((groupId) => ({ membershipId, groupId, groupSetId, courseId })),
    ),
  });
  return members;
}

/** Writes a generated class into the database and gives the facts of every row as the policy asks for them. */
async function write(cast: Generated) {
  const { courseId, groups, assignmentId, readingId, promptId } = await makeCourse();
  const groupIds = [groups.a, groups.b, uuidv7()].slice(0, cast.groups);
  await db().group.createMany({
    data: groupIds.slice(2).map((id) => ({ id, courseId, groupSetId: groups.setId, name: "C", position: 3 })),
  });
  const members = await makeMembers(courseId, groups.setId, groupIds, cast);
  const rooms = [null, ...groupIds].map((groupId) => ({ id: uuidv7(), courseId, assignmentId, groupId }));
  await db().room.createMany({ data: rooms });

  const comments = cast.comments.map(({ author, asker, room, ...rest }) => {
    const facts: CommentFacts = {
      authorId: pick(members, author).membershipId,
      threadAuthorId: pick(members, asker).membershipId,
      isRoot: true,
      ...rest,
    };
    return { id: uuidv7(), room: pick(rooms, room), facts };
  });
  await db().comment.createMany({
    data: comments.map(({ id, room, facts: { deleted, isRoot: _isRoot, ...row } }) => ({
      ...row,
      id,
      courseId,
      readingId,
      roomId: room.id,
      threadId: id,
      body: deleted ? "" : "Words",
      deletedAt: deleted ? today : null,
    })),
  });

  const responses = cast.responses.map(({ author, room, ...rest }) => {
    const facts: ResponseFacts = { authorId: pick(members, author).membershipId, ...rest };
    return { id: uuidv7(), room: pick(rooms, room), facts };
  });
  await db().response.createMany({
    data: responses.map(({ id, room, facts: { deleted, submitted, authorId } }) => ({
      id,
      courseId,
      promptId,
      roomId: room.id,
      authorId,
      body: "Words",
      submittedAt: submitted ? today : null,
      deletedAt: deleted ? today : null,
    })),
  });

  const assignments = cast.published.map((isPublished) => ({
    id: uuidv7(),
    publishedAt: isPublished ? inDays(-1) : null,
  }));
  await db().assignment.createMany({
    data: assignments.map((assignment, at) => ({
      ...assignment,
      courseId,
      position: at + 2,
      title: "Another week",
      opensAt: inDays(-1),
      dueAt: inDays(1),
      closesAt: inDays(2),
      points: 10,
    })),
  });

  const grades = cast.grades.map(({ student, assignment, released }) => ({
    id: uuidv7(),
    assignmentId: pick(assignments, assignment).id,
    facts: { studentId: pick(members, student).membershipId, released },
  }));
  const written = await db().grade.createManyAndReturn({
    data: grades.map(({ id, facts, ...row }) => ({
      ...row,
      id,
      courseId,
      studentId: facts.studentId,
      graderId: facts.studentId,
      releasedAt: facts.released ? today : null,
      updatedAt: today,
    })),
    select: { id: true },
    skipDuplicates: true,
  });
  const kept = new Set(written.map((row) => row.id));
  return {
    courseId,
    assignmentId,
    members,
    comments,
    responses,
    assignments,
    grades: grades.filter((grade) => kept.has(grade.id)),
  };
}

const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id).sort();
const byId = { select: { id: true } } as const;

it("lists exactly what the policy lets be seen", async () => {
  await fc.assert(
    fc.asyncProperty(generated, async (cast) => {
      const made = await write(cast);
      const { courseId } = made;
      const entered = { publishedAt: inDays(-5), opensAt: inDays(-4), dueAt: inDays(3), closesAt: inDays(5) };
      for (const actor of made.members) {
        for (const othersVisible of [true, false]) {
          const facts = (groupId: string | null): RoomFacts => ({ ...entered, groupId, othersVisible });
          const comments = await db().comment.findMany({
            where: { courseId, ...commentScope(actor, othersVisible) },
            ...byId,
          });
          expect(idsOf(comments)).toEqual(
            idsOf(
              made.comments.filter((row) =>
                can(actor, "comment.see", row.facts, facts(row.room.groupId), today),
              ),
            ),
          );
          const inSql = await db().$queryRaw<{ id: string }[]>`
            SELECT c.id FROM "Comment" c JOIN "Room" r ON r.id = c."roomId"
            WHERE c."courseId" = ${courseId}::uuid AND ${commentScopeSql(actor, othersVisible)}`;
          expect(idsOf(inSql)).toEqual(idsOf(comments));
          const responses = await db().response.findMany({
            where: { courseId, ...responseScope(actor, othersVisible) },
            ...byId,
          });
          expect(idsOf(responses)).toEqual(
            idsOf(
              made.responses.filter((row) =>
                can(actor, "response.see", row.facts, facts(row.room.groupId), today),
              ),
            ),
          );
        }
        const assignments = await db().assignment.findMany({
          where: { courseId, ...assignmentScope(actor), id: { not: made.assignmentId } },
          ...byId,
        });
        expect(idsOf(assignments)).toEqual(
          idsOf(made.assignments.filter(({ publishedAt }) => can(actor, "assignment.see", { publishedAt }))),
        );
        const grades = await db().grade.findMany({ where: { courseId, ...gradeScope(actor) }, ...byId });
        expect(idsOf(grades)).toEqual(idsOf(made.grades.filter((row) => can(actor, "grade.see", row.facts))));
      }
    }),
    { numRuns: 30, endOnFailure: true },
  );
}, 120_000);
