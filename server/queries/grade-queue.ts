import type { Measure } from "@/domain/grading/measure";
import { inQueueOrder, lateBy, type QueueState, queueState } from "@/domain/grading/queue";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type Standing, standing, standingFields } from "./grade-standing";

export interface QueueStudent extends Omit<Standing, "stage"> {
  id: Id;
  name: string;
  group: string | null;
  groupPosition: number | null;
  state: QueueState;
  /** Milliseconds after the due date; 0 in time. */
  lateBy: number;
}

export interface Members {
  /** In the order of the queue. */
  students: QueueStudent[];
  /** Names of those who may have graded, by membership. */
  staff: Record<Id, string>;
}

const memberFields = (assignmentId: Id, groupSetId: Id | null) =>
  ({
    id: true,
    role: true,
    user: { select: { name: true } },
    course: { select: { language: true } },
    groups: {
      where: { groupSetId: groupSetId ?? undefined },
      select: { group: { select: { name: true, position: true } } },
    },
    comments: {
      where: { reading: { assignmentId }, deletedAt: null, audience: { not: "private" } },
      select: { createdAt: true },
      orderBy: { createdAt: "desc" },
      take: 1,
    },
    responses: {
      where: { prompt: { assignmentId }, parentId: null, submittedAt: { not: null }, deletedAt: null },
      select: { submittedAt: true },
      orderBy: { submittedAt: "desc" },
      take: 1,
    },
    grades: { where: { assignmentId }, select: standingFields },
  }) satisfies Prisma.MembershipSelect;

/** The students of an assignment with how far each grade is, and the names of staff. One statement. */
export async function membersToGrade(
  access: CourseAccess,
  assignment: { id: Id; dueAt: Date; groupSetId: Id | null },
  measure: Measure,
): Promise<Members> {
  const rows = await db().membership.findMany({
    where: {
      courseId: access.courseId,
      OR: [{ role: "student", withdrawnAt: null }, { role: { in: ["instructor", "assistant"] } }],
    },
    select: memberFields(assignment.id, assignment.groupSetId),
  });
  const students = rows
    .filter((row) => row.role === "student")
    .map((row) => {
      const { stage, ...grade } = standing(row.grades[0], measure);
      const handedIn = {
        answeredAt: row.responses[0]?.submittedAt ?? null,
        commentedAt: row.comments[0]?.createdAt ?? null,
      };
      const group = assignment.groupSetId ? row.groups[0]?.group : undefined;
      return {
        id: row.id,
        name: row.user.name,
        group: group?.name ?? null,
        groupPosition: group?.position ?? null,
        state: queueState(handedIn, stage),
        lateBy: lateBy(handedIn, assignment.dueAt),
        ...grade,
      };
    });
  return {
    students: inQueueOrder(students, rows[0]?.course.language ?? "en"),
    staff: Object.fromEntries(
      rows.filter((row) => row.role !== "student").map((row) => [row.id, row.user.name]),
    ),
  };
}
