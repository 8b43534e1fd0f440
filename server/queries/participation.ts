import { extensionFor } from "@/domain/access/own-schedule";
import { can } from "@/domain/access/policy";
import { latePolicy, noLatePolicy } from "@/domain/grading/late";
import { hundredths, showPoints } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import type { ParticipationLog } from "@/domain/participation/log";
import { participation, participationOfEach, type Setup } from "@/domain/participation/participation";
import { defaultParticipation, participationPolicy } from "@/domain/participation/policy";
import type { ParticipationResult, Source } from "@/domain/participation/result";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { participationLog } from "@/server/adapters/participation-log";
import { authorize, type CourseAccess } from "./course-access";

/** Selects what participation in an assignment is measured by. */
export const participationFields = {
  id: true,
  dueAt: true,
  closesAt: true,
  participation: true,
  participationPoints: true,
  latePolicy: true,
} as const satisfies Prisma.AssignmentSelect;

/** An assignment by one student's own dates (`ownSchedule`, `extensionFor`). */
export type MeasuredAssignment = Prisma.AssignmentGetPayload<{ select: typeof participationFields }>;

const setupOf = (access: CourseAccess, assignment: MeasuredAssignment): Setup => ({
  policy: participationPolicy.parse(assignment.participation ?? defaultParticipation),
  most: showPoints(hundredths(assignment.participationPoints)),
  latePolicy: latePolicy.parse(assignment.latePolicy ?? noLatePolicy),
  timeZone: access.timeZone,
});

const isMeasured = (assignment: MeasuredAssignment) => hundredths(assignment.participationPoints) > 0;

async function measured(access: CourseAccess, assignment: MeasuredAssignment, studentId: Id) {
  if (!isMeasured(assignment)) return null;
  const log = await participationLog(access.courseId, assignment.id, studentId);
  const { dueAt, closesAt } = assignment;
  return participation(setupOf(access, assignment), { id: studentId, dueAt, closesAt }, log);
}

/**
 * The suggested score of one student, for whoever grades; null where taking part is worth no points. `assignment` goes
 * by the student's own dates. One statement.
 */
export async function participationOf(
  access: CourseAccess,
  assignment: MeasuredAssignment,
  studentId: Id,
): Promise<ParticipationResult | null> {
  authorize(access, "grade.write");
  return measured(access, assignment, studentId);
}

/**
 * The same for the student whose grade it is, once it is released: `grade` is the row as it was read. What others wrote
 * is not named in the reasons, since not everybody may read it. One statement. Refuses `not-found` while the grade may
 * not be seen.
 */
export async function releasedParticipation(
  access: CourseAccess,
  assignment: MeasuredAssignment,
  grade: { studentId: Id; releasedAt: Date | null },
): Promise<ParticipationResult | null> {
  const { studentId, releasedAt } = grade;
  if (!can(access.actor, "grade.see", { studentId, released: releasedAt !== null })) {
    refuse({ code: "not-found" });
  }
  const result = await measured(access, assignment, studentId);
  return (
    result && {
      ...result,
      parts: result.parts.map((part) => ({ ...part, from: part.from.map(withoutThread) })),
      notCounted: result.notCounted.map(({ of, ...each }) => ({
        ...withoutThread(each),
        of: each.because === "copied" ? null : of,
      })),
    }
  );
}

/** A thread is known by the comment that began it, which is another's. */
const withoutThread = <Each extends Source>({ thread: _, ...source }: Each) => source;

export interface TakingPart {
  /** Null where taking part is worth no points. */
  participation: ParticipationResult | null;
  /** The newest answer to a prompt, or its newest edit; where there is none the newest comment that began a thread. */
  handedInAt: Date | null;
}

const answersTo = (courseId: Id, assignmentId: Id) =>
  db().response.groupBy({
    by: ["authorId"],
    where: {
      courseId,
      prompt: { assignmentId },
      parentId: null,
      submittedAt: { not: null },
      deletedAt: null,
    },
    _max: { submittedAt: true, editedAt: true },
  });

const newest = (moments: readonly (Date | null | undefined)[]): Date | null =>
  moments.reduce<Date | null>((latest, at) => (at && (!latest || at > latest) ? at : latest), null);

/** Of each author the newest comment that began a thread others can read, and stands. */
function begunAt(log: ParticipationLog): Map<Id, Date> {
  const found = new Map<Id, Date>();
  for (const { authorId, answersId, audience, deletedAt, at } of log.comments) {
    if (answersId !== null || audience === "private" || deletedAt) continue;
    if (at > (found.get(authorId) ?? new Date(0))) found.set(authorId, at);
  }
  return found;
}

/**
 * The suggested scores of a whole class, by membership, with when each one's work was handed in. Four statements,
 * however many students there are. Refuses `not-allowed` to whoever does not grade, and `not-found` for an assignment
 * of another course.
 */
export async function participationOfAll(
  access: CourseAccess,
  assignmentId: Id,
): Promise<Map<Id, TakingPart>> {
  authorize(access, "grade.write");
  const { courseId } = access;
  const [assignment, students, answers, log] = await Promise.all([
    db().assignment.findUnique({
      where: { id: assignmentId, courseId },
      select: {
        ...participationFields,
        extensions: { select: { studentId: true, groupId: true, dueAt: true, closesAt: true } },
      },
    }),
    db().membership.findMany({
      where: { courseId, role: "student", withdrawnAt: null },
      select: { id: true, groups: { select: { groupId: true } } },
    }),
    answersTo(courseId, assignmentId),
    participationLog(courseId, assignmentId, null),
  ]);
  if (!assignment) refuse({ code: "not-found" });
  const people = students.map(({ id, groups }) => {
    const person = { membershipId: id, groupIds: groups.map(({ groupId }) => groupId) };
    const { dueAt, closesAt } = extensionFor(assignment.extensions, person) ?? assignment;
    return { id, dueAt, closesAt };
  });
  const scores = isMeasured(assignment)
    ? participationOfEach(setupOf(access, assignment), people, log)
    : new Map<Id, ParticipationResult>();
  const answered = new Map(
    answers.map(({ authorId, _max }) => [authorId, newest([_max.submittedAt, _max.editedAt])]),
  );
  const begun = begunAt(log);
  return new Map(
    people.map(({ id }) => [
      id,
      { participation: scores.get(id) ?? null, handedInAt: answered.get(id) ?? begun.get(id) ?? null },
    ]),
  );
}
