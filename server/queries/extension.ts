import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

export interface ExtensionView {
  id: Id;
  version: number;
  assignmentId: Id;
  /** Whose it is: a student, or a group. */
  student: { id: Id; name: string } | null;
  group: { id: Id; name: string } | null;
  dueAt: Date;
  closesAt: Date;
  reason: string;
  createdAt: Date;
}

const fields = {
  id: true,
  version: true,
  assignmentId: true,
  dueAt: true,
  closesAt: true,
  reason: true,
  createdAt: true,
  student: { select: { id: true, user: { select: { name: true } } } },
  group: { select: { id: true, name: true } },
} as const satisfies Prisma.ExtensionSelect;

type Row = Prisma.ExtensionGetPayload<{ select: typeof fields }>;

const toView = ({ student, ...row }: Row): ExtensionView => ({
  ...row,
  student: student && { id: student.id, name: student.user.name },
});

/** Every extension of an assignment, for staff: groups first, then students, each by name. One statement. */
export async function extensionsOf(access: CourseAccess, assignmentId: Id): Promise<ExtensionView[]> {
  authorize(access, "extension.give");
  const assignment = await db().assignment.findUnique({
    where: { id: assignmentId, courseId: access.courseId },
    select: { extensions: { select: fields } },
  });
  if (!assignment) refuse({ code: "not-found" });
  const nameOf = ({ student, group }: ExtensionView) => student?.name ?? group?.name ?? "";
  return assignment.extensions
    .map(toView)
    .sort(
      (one, other) =>
        Number(one.group === null) - Number(other.group === null) ||
        nameOf(one).localeCompare(nameOf(other)) ||
        one.id.localeCompare(other.id),
    );
}

/** One extension by its id, or whoever's it is; null where there is none. */
export async function findExtension(
  access: CourseAccess,
  which: { id: Id } | { assignmentId: Id; studentId: Id | null; groupId: Id | null },
): Promise<ExtensionView | null> {
  authorize(access, "extension.give");
  const row = await db().extension.findFirst({
    where: { ...which, courseId: access.courseId },
    select: fields,
  });
  return row && toView(row);
}

/** Whether an extension that stood under this id has been withdrawn: the answer to that may not have been read. */
export async function wasWithdrawn(access: CourseAccess, id: Id): Promise<boolean> {
  const where = { courseId: access.courseId, type: "extension.withdrawn", subjectId: id };
  return (await db().event.count({ where })) > 0;
}
