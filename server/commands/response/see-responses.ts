import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { openAssignments } from "@/server/queries/openness";
import { roomScope } from "@/server/queries/scope";

/** Keeps that this person has read these answers and replies. What may not be seen, and one's own, is passed over. */
export async function seeResponses(access: CourseAccess, ids: readonly Id[], now: Date): Promise<void> {
  const { courseId, actor } = access;
  const open = await openAssignments(access, now);
  const prompts = open.flatMap((assignment) => assignment.prompts).filter((prompt) => prompt.showsOthers);
  const seen = await db().response.findMany({
    where: {
      courseId,
      id: { in: [...ids] },
      promptId: { in: prompts.map((prompt) => prompt.id) },
      authorId: { not: actor.membershipId },
      submittedAt: { not: null },
      deletedAt: null,
      room: roomScope(actor),
    },
    select: { id: true },
    // One order, so that two devices never wait for one another.
    orderBy: { id: "asc" },
  });
  await db().responseSeen.createMany({
    data: seen.map(({ id }) => ({ membershipId: actor.membershipId, responseId: id, courseId, at: now })),
    skipDuplicates: true,
  });
}
