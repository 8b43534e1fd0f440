import { can } from "@/domain/access/policy";
import type { CitablePassage } from "@/domain/prompt/cite-query";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { assignmentScope } from "./scope";

/** Every numbered paragraph of every reading that this person may read now, in the course's order: one statement. */
export async function citablePassages(access: CourseAccess, now: Date): Promise<CitablePassage[]> {
  const readings = await db().reading.findMany({
    where: { courseId: access.courseId, assignment: assignmentScope(access.actor) },
    select: {
      id: true,
      position: true,
      assignment: { select: { publishedAt: true, opensAt: true, dueAt: true, closesAt: true } },
      version: {
        select: {
          title: true,
          paragraphs: {
            where: { number: { not: null } },
            select: { id: true, number: true, text: true },
            orderBy: { position: "asc" },
          },
        },
      },
    },
    orderBy: { position: "asc" },
  });
  return readings
    .filter((reading) => can(access.actor, "assignment.enter", reading.assignment, now))
    .flatMap(({ id, position, version }) =>
      version.paragraphs.map((paragraph) => ({
        readingId: id,
        paragraphId: paragraph.id,
        reading: position,
        title: version.title,
        paragraph: paragraph.number ?? 0,
        text: paragraph.text,
      })),
    );
}
