import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { frameFields, toFrame } from "./grade-frame";
import { keyIn } from "./grade-key";
import { membersToGrade } from "./grade-queue";

/** Whom there is to share out, by membership, in the order of the queue; while it is graded blind, in the aliases'. */
export async function queueToShare(
  access: CourseAccess,
  assignmentId: Id,
): Promise<{ id: Id; group: string | null }[]> {
  authorize(access, "grade.write");
  const row = await db().assignment.findUnique({
    where: { id: assignmentId, courseId: access.courseId },
    select: frameFields(access),
  });
  if (!row) refuse({ code: "not-found" });
  const frame = toFrame(access, row);
  const { students } = await membersToGrade(access, frame);
  if (!frame.aliases) return students;
  const membershipOf = new Map(
    [...frame.aliases.keys()].map((studentId) => [keyIn(frame.aliases, studentId), studentId]),
  );
  return students.map(({ id, group }) => ({ id: membershipOf.get(id) ?? "", group }));
}
