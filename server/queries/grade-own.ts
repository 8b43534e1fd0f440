import { ownSchedule } from "@/domain/access/own-schedule";
import { can } from "@/domain/access/policy";
import { type Bin, distribution } from "@/domain/grading/distribution";
import { type Act, seenChanges } from "@/domain/grading/history";
import { type LatePolicy, latePolicy, noLatePolicy } from "@/domain/grading/late";
import { type Measure, totalOf } from "@/domain/grading/measure";
import type { Id } from "@/domain/id";
import type { ParticipationResult } from "@/domain/participation/result";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type GradeView, gradeFields, measureFields, toGrade, toMeasure } from "./grade";
import { type OwnPlace, type OwnRemark, ownWords } from "./grade-own-words";
import { givenFields, givenIn } from "./grade-standing";
import { participationFields, releasedParticipation } from "./participation";
import { gradeScope } from "./scope";

export interface OwnGrade {
  assignment: { id: Id; title: string; dueAt: Date; closesAt: Date };
  measure: ReturnType<typeof toMeasure>;
  grade: Omit<GradeView, "history" | "version" | "complete" | "stage" | "remarks">;
  /** What taking part came from; null where it is worth no points. */
  participation: ParticipationResult | null;
  /** Why lateness leaves what it leaves: when it was due and came, by the student's own dates. */
  late: { dueAt: Date; extended: boolean; policy: LatePolicy };
  remarks: OwnRemark[];
  /** Where the student's own comments and pieces stand that taking part was counted from. */
  places: OwnPlace[];
  /** What happened in the open, oldest first; totals are decimals. */
  changes: {
    act: Act;
    by: string;
    at: Date;
    reason: string | null;
    from: string | null;
    to: string | null;
  }[];
  /**
   * How the class's released grades lie; null where that is not shown, for fewer than five, and until everybody's is
   * released.
   */
  distribution: Bin[] | null;
}

const ownFields = ({ actor }: CourseAccess) =>
  ({
    ...measureFields,
    ...participationFields,
    title: true,
    publishedAt: true,
    showsDistribution: true,
    extensions: {
      where: { OR: [{ studentId: actor.membershipId }, { groupId: { in: [...actor.groupIds] } }] },
      select: { studentId: true, groupId: true, dueAt: true, closesAt: true },
    },
    grades: { where: { studentId: actor.membershipId, ...gradeScope(actor) }, select: gradeFields },
  }) satisfies Prisma.AssignmentSelect;

/**
 * A student's own released grade with its rubric, feedback in its place and what changed since. Five statements.
 * Refuses `not-found` while it is not released: a draft leaves no trace.
 */
export async function ownGrade(access: CourseAccess, assignmentId: Id): Promise<OwnGrade> {
  const { courseId, actor } = access;
  const row = await db().assignment.findUnique({
    where: { id: assignmentId, courseId },
    select: ownFields(access),
  });
  const found = row?.grades[0];
  if (!row || !found || !can(actor, "assignment.see", row)) refuse({ code: "not-found" });
  const facts = { studentId: found.studentId, released: found.releasedAt !== null };
  if (!can(actor, "grade.see", facts)) refuse({ code: "not-found" });

  const measure = toMeasure(row);
  const { dueAt, closesAt, extended } = ownSchedule(actor, row);
  const {
    history,
    version: _version,
    complete: _complete,
    stage: _stage,
    remarks,
    ...grade
  } = toGrade(found, measure);
  const seen = seenChanges(history);
  const participation = await releasedParticipation(access, { ...row, dueAt, closesAt }, found);
  const pieces = participation
    ? [...participation.parts.flatMap((part) => part.from), ...participation.notCounted].map(({ id }) => id)
    : [];
  const [people, placed, lies] = await Promise.all([
    db().membership.findMany({
      where: { courseId, id: { in: seen.map(({ step }) => step.actorId) } },
      select: { id: true, user: { select: { name: true } } },
    }),
    ownWords(access, remarks, pieces),
    row.showsDistribution ? distributionOf(courseId, assignmentId, measure) : null,
  ]);
  const names = new Map(people.map((person) => [person.id, person.user.name]));
  return {
    assignment: { id: row.id, title: row.title, dueAt, closesAt },
    measure,
    grade,
    participation,
    late: { dueAt, extended: extended !== null, policy: latePolicy.parse(row.latePolicy ?? noLatePolicy) },
    ...placed,
    changes: seen.map(({ step, from, to }) => ({
      act: step.act,
      by: names.get(step.actorId) ?? "",
      at: step.at,
      reason: step.reason,
      from,
      to,
    })),
    distribution: lies,
  };
}

/**
 * Once everybody's grade is out: before, the next one would be told by what it changes. Who has left waits for nothing
 * and still counts, or their leaving would tell theirs. One statement.
 */
async function distributionOf(courseId: Id, assignmentId: Id, measure: Measure): Promise<Bin[] | null> {
  const rows = await db().membership.findMany({
    where: { courseId, OR: [{ role: "student", withdrawnAt: null }, { grades: { some: { assignmentId } } }] },
    select: {
      role: true,
      withdrawnAt: true,
      grades: { where: { assignmentId }, select: { ...givenFields, releasedAt: true } },
    },
  });
  const out = rows.map(({ role, withdrawnAt, grades: [grade] }) => ({
    awaited: role === "student" && withdrawnAt === null,
    grade: grade?.releasedAt ? grade : null,
  }));
  if (out.some(({ awaited, grade }) => awaited && !grade)) return null;
  return distribution(
    out.flatMap(({ grade }) => (grade && totalOf(measure, givenIn(grade))) ?? []),
    measure.most,
  );
}
