import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

export interface LetterView {
  id: Id;
  body: string;
  createdAt: Date;
  /** How many people got it. */
  to: number;
}

/** A letter of one's own, as it was written; null where there is none under this id. */
export async function letterOf(access: CourseAccess, id: Id): Promise<LetterView | null> {
  authorize(access, "letter.write");
  const row = await db().letter.findUnique({
    where: { id, courseId: access.courseId, authorId: access.actor.membershipId },
    select: { id: true, body: true, createdAt: true, _count: { select: { to: true } } },
  });
  return row && { id: row.id, body: row.body, createdAt: row.createdAt, to: row._count.to };
}
