import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { sourceOf } from "@/server/queries/source";

/**
 * Deletes a source that was never published, or the draft of its next version; refuses `published` where there is no
 * draft.
 */
export async function deleteSource(access: CourseAccess, input: { id: Id }, now: Date): Promise<{ id: Id }> {
  authorize(access, "source.write");
  const { title, number, versionId } = await sourceOf(access, input.id);
  await transaction(async (tx) => {
    if (number > 1) {
      const { count } = await tx.sourceVersion.deleteMany({ where: { id: versionId, publishedAt: null } });
      if (count === 0) refuse({ code: "published" });
      return;
    }
    const { count } = await tx.source.deleteMany({
      where: {
        id: input.id,
        courseId: access.courseId,
        versions: { none: { publishedAt: { not: null } } },
      },
    });
    if (count === 0) refuse({ code: "published" });
    await recordAtDesk(tx, {
      type: "source.deleted",
      payload: { title },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return { id: input.id };
}
