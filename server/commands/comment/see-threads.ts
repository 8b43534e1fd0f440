import type { SeenThreads } from "@/domain/comment/seen";
import { Prisma } from "@/prisma/client/client";
import { transaction } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { commentScopeSql } from "@/server/queries/scope";

/**
 * Keeps how far this person has read these threads, or with `all` every thread of the reading; never back. What may
 * not be seen is passed over. Whoever may enter the discussion may keep a place in it: it is nobody else's. Rows are
 * written in one order, so that two devices never wait for one another.
 */
export async function seeThreads(access: CourseAccess, input: SeenThreads, now: Date): Promise<void> {
  const discussion = await discussionOfReading(access, input.readingId, now);
  const which =
    input.threads === "all"
      ? Prisma.empty
      : Prisma.sql`AND c."threadId" = ANY(${input.threads.map((thread) => thread.id)}::uuid[])`;
  const until =
    input.threads === "all"
      ? Prisma.sql`max(c."createdAt")`
      : Prisma.sql`max(c."createdAt") FILTER (WHERE c."createdAt" <= w.through)`;
  const wanted =
    input.threads === "all"
      ? Prisma.empty
      : Prisma.sql`JOIN unnest(${input.threads.map((thread) => thread.id)}::uuid[],
                               ${input.threads.map((thread) => thread.through)}::timestamptz[]) AS w(id, through)
                   ON w.id = c."threadId"`;
  const me = access.actor.membershipId;
  await transaction(
    (tx) => tx.$executeRaw`
      INSERT INTO "ThreadSeen" ("membershipId", "threadId", "courseId", "readingId", through)
      SELECT ${me}::uuid, x."threadId", ${access.courseId}::uuid, ${input.readingId}::uuid, x.through
      FROM (
        SELECT c."threadId", ${until} AS through
        FROM "Comment" c JOIN "Room" r ON r.id = c."roomId" ${wanted}
        WHERE c."courseId" = ${access.courseId}::uuid AND c."readingId" = ${input.readingId}::uuid
          AND ${commentScopeSql(access.actor, discussion.othersVisible)} ${which}
        GROUP BY c."threadId"
      ) x
      WHERE x.through IS NOT NULL
      ORDER BY x."threadId"
      ON CONFLICT ("membershipId", "threadId") DO UPDATE
      SET through = greatest("ThreadSeen".through, excluded.through)`,
  );
}
