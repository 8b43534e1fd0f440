import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { plainText, type SourceView, sourceOf } from "@/server/queries/source";

/**
 * Publishes a source as it was last saved: from now on its paragraphs and their numbers never change. Publishing
 * again answers with what is there. Refuses `nothing-to-read` without a counted paragraph.
 */
export async function publishSource(
  access: CourseAccess,
  input: { id: Id; revision: number },
  now: Date,
): Promise<SourceView> {
  authorize(access, "source.write");
  const source = await sourceOf(access, input.id);
  if (source.publishedAt) return source;
  if (!source.paragraphs.some((row) => row.number !== null)) refuse({ code: "nothing-to-read" });

  await transaction(async (tx) => {
    const { count } = await tx.sourceVersion.updateMany({
      where: { id: source.versionId, revision: input.revision, publishedAt: null },
      data: { publishedAt: now },
    });
    if (count === 0) {
      refuse({ code: "stale", current: { version: source.revision, text: plainText(source) } });
    }
    await recordAtDesk(tx, {
      type: "source.published",
      payload: { versionId: source.versionId, number: source.number },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return sourceOf(access, input.id);
}
