import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

/** A course into which something can be copied. */
export interface CopyTarget {
  id: Id;
  title: string;
  term: string;
  /** IANA zone in which a copy's dates are meant. */
  timeZone: string;
}

/** The other courses in which this person is staff, newest first. One statement. */
export async function copyTargets(access: CourseAccess): Promise<CopyTarget[]> {
  authorize(access, "assignment.write");
  return db().course.findMany({
    where: {
      id: { not: access.courseId },
      memberships: {
        some: { userId: access.userId, withdrawnAt: null, role: { in: ["instructor", "assistant"] } },
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: { id: true, title: true, term: true, timeZone: true },
  });
}
