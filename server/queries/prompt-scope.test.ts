import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { roomId } from "@/server/adapters/event-log";
import { seeResponses } from "@/server/commands/response/see-responses";
import { makeCourse, today } from "@/server/testing/cast";
import { discussionOfPrompt } from "./prompt-discussion";
import { findResponse, responsesOfPrompt } from "./response";

const names = ["ada", "liming", "stranger"] as const;
const generated = fc.record({
  postFirst: fc.boolean(),
  wholeClass: fc.boolean(),
  visibility: fc.constantFrom("open" as const, "postFirst" as const, "closedUntilDue" as const),
  answers: fc.array(
    fc.record({
      author: fc.constantFrom(...names),
      submitted: fc.boolean(),
      deleted: fc.boolean(),
      replies: fc.array(fc.record({ author: fc.constantFrom(...names), deleted: fc.boolean() }), {
        maxLength: 2,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

const isSeen = (work: Promise<unknown>) =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refused && error.refusal.code === "not-found") return false;
      throw error;
    },
  );

it("a prompt's list holds exactly what can be opened one by one, and only that is ever kept as read", async () => {
  const cast = await makeCourse();
  const { courseId, assignmentId, promptId: id, groups } = cast;
  await fc.assert(
    fc.asyncProperty(generated, async ({ postFirst, wholeClass, visibility, answers }) => {
      await db().response.deleteMany({ where: { courseId, parentId: { not: null } } });
      await db().response.deleteMany({ where: { courseId } });
      await db().assignment.update({ where: { id: assignmentId }, data: { visibility, postFirst: 1 } });
      await db().prompt.update({ where: { id }, data: { postFirst, wholeClass } });
      const whole = { courseId, assignmentId, groupId: null };
      await db().room.createMany({ data: { id: roomId(whole), ...whole }, skipDuplicates: true });
      const groupOf = { ada: groups.a, liming: groups.a, stranger: groups.b };
      const roomOf = (name: (typeof names)[number]) =>
        roomId({ ...whole, groupId: wholeClass ? null : groupOf[name] });
      const rows = answers.flatMap(({ author, submitted, deleted, replies }) => {
        const own = { courseId, promptId: id, body: "Words", roomId: roomOf(author) };
        const answer = {
          ...own,
          id: uuidv7(),
          parentId: null as string | null,
          authorId: cast[author].actor.membershipId,
          submittedAt: submitted ? today : null,
          deletedAt: deleted ? today : null,
        };
        const below = replies.map((reply) => ({
          ...answer,
          id: uuidv7(),
          parentId: answer.id,
          authorId: cast[reply.author].actor.membershipId,
          submittedAt: today,
          deletedAt: reply.deleted ? today : null,
        }));
        return [answer, ...below];
      });
      await db().response.createMany({ data: rows.filter((row) => row.parentId === null) });
      await db().response.createMany({ data: rows.filter((row) => row.parentId !== null) });

      for (const name of [...names, "assistant", "observer"] as const) {
        const access = cast[name];
        const me = access.actor.membershipId;
        const discussion = await discussionOfPrompt(access, id, today);
        const listed = new Set((await responsesOfPrompt(access, discussion, today)).map((view) => view.id));
        await seeResponses(
          access,
          rows.map((row) => row.id),
          today,
        );
        const read = await db().responseSeen.findMany({ where: { membershipId: me } });
        for (const row of rows) {
          const opens = await isSeen(findResponse(access, row.id, today));
          // What one has deleted oneself is found, to be told so, but not listed.
          expect(listed.has(row.id)).toBe(opens && row.deletedAt === null);
          const kept = read.some((seen) => seen.responseId === row.id);
          expect(kept).toBe(listed.has(row.id) && row.authorId !== me);
        }
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 120_000);
