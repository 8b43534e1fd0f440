import { keptAt } from "@/domain/grading/late";
import { changedSince, inQueueOrder, lateBy, type QueueState, queueState } from "@/domain/grading/queue";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { callOf, type GradingFrame } from "./grade-frame";
import { givenIn, type Standing, standing, standingFields } from "./grade-standing";

export interface QueueStudent extends Omit<Standing, "stage"> {
  /** The key: a membership's id, or an alias's while it is graded blind. */
  id: Id;
  /** The key before the names were given back; null for none. */
  formerId: Id | null;
  name: string;
  /** Of a blind assignment: the name, where this grader was told it. */
  unmasked: string | null;
  group: string | null;
  groupPosition: number | null;
  state: QueueState;
  /** The student's own dates; beside an alias the class's. */
  dueAt: Date;
  closesAt: Date;
  extended: boolean;
  handedInAt: Date | null;
  /** Milliseconds after the student's own due date; 0 in time. */
  lateBy: number;
  /** What the late policy leaves of the marks now, in per cent, a decimal. */
  kept: string;
  /** Words came, or the dates changed, since the grade was last saved. */
  changedSince: boolean;
  /** Whose share this student is. */
  graderId: Id | null;
}

export interface Members {
  /** In the order of the queue. */
  students: QueueStudent[];
  /** Names of those who may have graded, by membership. */
  staff: Record<Id, string>;
}

/** When somebody last wrote what, for one assignment. */
export interface WorkTimes {
  answeredAt: Date | null;
  /** The newest thread they began. */
  commentedAt: Date | null;
  /** The newest of all their words, edits among them. */
  latestAt: Date | null;
}

export const noWork: WorkTimes = { answeredAt: null, commentedAt: null, latestAt: null };

/** Selects whom the queue is made of, without their grades. */
export const placedFields = {
  id: true,
  role: true,
  user: { select: { name: true } },
  // Those of every set: the dates of any of them may be this person's.
  groups: {
    select: { groupId: true, groupSetId: true, group: { select: { name: true, position: true } } },
  },
} as const satisfies Prisma.MembershipSelect;

type PlacedRow = Prisma.MembershipGetPayload<{ select: typeof placedFields }>;

/** The group in which somebody talks here; null where the whole class does. */
export const groupIn = ({ groupSetId }: GradingFrame, { groups }: Pick<PlacedRow, "groups">) =>
  groups.find((one) => one.groupSetId === groupSetId)?.group ?? null;

const memberFields = (assignmentId: Id) =>
  ({
    ...placedFields,
    grades: { where: { assignmentId }, select: standingFields },
  }) satisfies Prisma.MembershipSelect;

type MemberRow = Prisma.MembershipGetPayload<{ select: ReturnType<typeof memberFields> }>;

/** One student as the queue has them. */
export function toQueueStudent(frame: GradingFrame, row: MemberRow, work: WorkTimes): QueueStudent {
  const grade = row.grades[0];
  const { stage, ...rest } = standing(grade, frame.measure);
  const group = groupIn(frame, row);
  const groupIds = row.groups.map((one) => one.groupId);
  const dates = frame.datesOf(row.id, groupIds);
  const handedInAt = work.answeredAt ?? work.commentedAt;
  const kept = String(handedInAt ? keptAt(frame.late, dates.dueAt, handedInAt, frame.timeZone) : 100);
  return {
    ...callOf(frame, row.id, row.user.name),
    formerId: frame.formerIdOf(row.id),
    unmasked: frame.aliases && frame.unmasked.has(row.id) ? row.user.name : null,
    group: group?.name ?? null,
    groupPosition: group?.position ?? null,
    state: queueState(work, stage),
    ...frame.toldDates(dates),
    handedInAt,
    lateBy: lateBy(work, dates.dueAt),
    kept,
    changedSince: grade
      ? changedSince({ savedAt: rest.savedAt, kept: givenIn(grade).kept }, { latestAt: work.latestAt, kept })
      : false,
    graderId: frame.graderOf.get(row.id) ?? null,
    ...rest,
  };
}

/** When each student last wrote for an assignment. One statement, over the assignment's own words alone. */
async function workTimes(courseId: Id, assignmentId: Id): Promise<Map<Id, WorkTimes>> {
  const rows = await db().$queryRaw<(WorkTimes & { authorId: Id })[]>`
    SELECT w."authorId", max(w.answered) AS "answeredAt", max(w.commented) AS "commentedAt", max(w.latest) AS "latestAt"
    FROM (
      SELECT c."authorId", NULL::timestamptz AS answered,
        CASE WHEN c."parentId" IS NULL THEN c."createdAt" END AS commented,
        greatest(c."createdAt", c."editedAt") AS latest
      FROM "Comment" c JOIN "Reading" r ON r.id = c."readingId"
      WHERE c."courseId" = ${courseId}::uuid AND r."assignmentId" = ${assignmentId}::uuid
        AND c."deletedAt" IS NULL AND c.audience <> 'private'
      UNION ALL
      SELECT p."authorId",
        CASE WHEN p."parentId" IS NULL THEN greatest(p."submittedAt", p."editedAt") END,
        NULL, greatest(p."submittedAt", p."editedAt")
      FROM "Response" p JOIN "Prompt" q ON q.id = p."promptId"
      WHERE p."courseId" = ${courseId}::uuid AND q."assignmentId" = ${assignmentId}::uuid
        AND p."deletedAt" IS NULL AND p."submittedAt" IS NOT NULL
    ) w GROUP BY w."authorId"`;
  return new Map(rows.map(({ authorId, ...times }) => [authorId, times]));
}

/** The students of an assignment with how far each grade is, and the names of staff. Two statements. */
export async function membersToGrade(access: CourseAccess, frame: GradingFrame): Promise<Members> {
  const { courseId } = access;
  const [rows, times] = await Promise.all([
    db().membership.findMany({
      where: {
        courseId,
        OR: [{ role: "student", withdrawnAt: null }, { role: { in: ["instructor", "assistant"] } }],
      },
      select: memberFields(frame.assignmentId),
    }),
    workTimes(courseId, frame.assignmentId),
  ]);
  const students = rows
    .filter((row) => row.role === "student")
    .map((row) => toQueueStudent(frame, row, times.get(row.id) ?? noWork))
    // Without an alias there is nothing they could be called.
    .filter((student) => student.id !== "");
  return {
    students: inQueueOrder(students, frame.language),
    staff: Object.fromEntries(
      rows.filter((row) => row.role !== "student").map((row) => [row.id, row.user.name]),
    ),
  };
}
