import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";

/** Keeps where this person is in a reading, and how far they have come. Nobody else's business, so no event. */
export async function keepPlace(
  access: CourseAccess,
  input: { readingId: Id; position: number },
  now: Date,
): Promise<void> {
  await discussionOfReading(access, input.readingId, now);
  const { courseId, actor } = access;
  await db().$executeRaw`
    INSERT INTO "ReadingPlace" ("membershipId", "readingId", "courseId", last, furthest, at)
    SELECT ${actor.membershipId}::uuid, r.id, ${courseId}::uuid, p.position, p.position, ${now}
    FROM "Reading" r JOIN "Paragraph" p ON p."versionId" = r."versionId" AND p.position = ${input.position}
    WHERE r.id = ${input.readingId}::uuid
    ON CONFLICT ("membershipId", "readingId") DO UPDATE
    SET last = excluded.last, at = excluded.at,
        furthest = greatest("ReadingPlace".furthest, excluded.furthest)`;
}
