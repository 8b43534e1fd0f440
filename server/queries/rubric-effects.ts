import { isBlind } from "@/domain/access/policy";
import type { GradeState } from "@/domain/grading/grade";
import { type Criterion, isComplete, type Measure } from "@/domain/grading/measure";
import { inQueueOrder } from "@/domain/grading/queue";
import { placed, type ReadRubric } from "@/domain/grading/rubric";
import { type Remeasured, remeasured } from "@/domain/grading/rubric-effect";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db, type Transaction } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { contentFields, contentFrom, toMeasure } from "./grade";
import { keyIn } from "./grade-key";
import { rubricFields, toRubric } from "./rubric";

const graded = {
  ...rubricFields,
  removedAt: true,
  course: { select: { language: true } },
  assignments: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      title: true,
      points: true,
      participationPoints: true,
      blind: true,
      namesShownAt: true,
      aliases: {
        where: { assignment: { blind: true, namesShownAt: null } },
        select: { id: true, name: true, membershipId: true },
      },
      grades: {
        select: {
          ...contentFields,
          id: true,
          studentId: true,
          version: true,
          releasedAt: true,
          student: { select: { user: { select: { name: true } } } },
        },
      },
    },
  },
} as const satisfies Prisma.RubricSelect;

type GradedRubric = Prisma.RubricGetPayload<{ select: typeof graded }>;
type GradedAssignment = GradedRubric["assignments"][number];

/** A rubric with every grade that is measured by it. One statement. Refuses `not-found` for one that was taken out. */
export async function rubricInUse(
  { courseId }: CourseAccess,
  id: Id,
  tx: Pick<Transaction, "rubric"> = db(),
): Promise<GradedRubric> {
  const row = await tx.rubric.findUnique({ where: { id, courseId }, select: graded });
  return row && !row.removedAt ? row : refuse({ code: "not-found" });
}

export interface AffectedGrade extends Remeasured {
  gradeId: Id;
  assignmentId: Id;
  studentId: Id;
  version: number;
  before: GradeState;
  after: Measure;
}

/** Every grade that would say something else, or come to something else, by these criteria. */
export function affectedBy(row: GradedRubric, criteria: readonly Criterion[]): AffectedGrade[] {
  return row.assignments.flatMap((assignment) => {
    const measure = toMeasure({ ...assignment, rubric: row });
    const after = { ...measure, criteria };
    return assignment.grades.flatMap((grade) => {
      const before = { ...contentFrom(grade), released: grade.releasedAt !== null };
      const effect = remeasured(before, measure, after);
      const { id: gradeId, studentId, version } = grade;
      return effect
        ? [{ ...effect, gradeId, assignmentId: assignment.id, studentId, version, before, after }]
        : [];
    });
  });
}

export interface RubricEffects {
  /** Where the rubric is used, with how many grades have begun there. */
  assignments: { id: Id; title: string; graded: number }[];
  /** How many of the grades that change were released: their students are owed a reason. */
  released: number;
  /** Drafts and released grades that then want a level, for a criterion is new or theirs fell away. */
  opened: number;
  /** Grades that change, by name; by alias where they are graded blind. Totals are decimals. */
  changes: {
    studentId: Id;
    name: string;
    assignmentId: Id;
    from: string | null;
    to: string | null;
    released: boolean;
  }[];
}

const calledIn = (assignment: GradedAssignment) => {
  const aliases = isBlind(assignment)
    ? new Map(assignment.aliases.map((alias) => [alias.membershipId, alias]))
    : null;
  return (studentId: Id, name: string) => ({
    studentId: keyIn(aliases, studentId),
    name: aliases ? (aliases.get(studentId)?.name ?? "") : name,
  });
};

function openedBy(row: GradedRubric, criteria: readonly Criterion[]): number {
  const opened = row.assignments.flatMap((assignment) => {
    const measure = toMeasure({ ...assignment, rubric: row });
    return assignment.grades.filter((grade) => {
      const content = contentFrom(grade);
      return isComplete(measure, content) && !isComplete({ ...measure, criteria }, content);
    });
  });
  return opened.length;
}

/** What saving a draft of a rubric would do to the grades measured by it. One statement. */
export async function rubricEffects(access: CourseAccess, id: Id, draft: ReadRubric): Promise<RubricEffects> {
  authorize(access, "rubric.write");
  const row = await rubricInUse(access, id);
  let fresh = 0;
  const criteria = placed(toRubric(row).criteria, draft, () => `new ${fresh++}`);
  if (!criteria) refuse({ code: "not-found" });
  const affected = new Map(affectedBy(row, criteria).map((one) => [one.gradeId, one]));
  const changes = row.assignments.flatMap((assignment) => {
    const called = calledIn(assignment);
    return assignment.grades.flatMap((grade) => {
      const effect = affected.get(grade.id);
      if (!effect) return [];
      const { studentId, name } = called(grade.studentId, grade.student.user.name);
      const { from, to, state } = effect;
      return [
        {
          id: studentId,
          studentId,
          name,
          groupPosition: null,
          assignmentId: assignment.id,
          from,
          to,
          released: state.released,
        },
      ];
    });
  });
  return {
    assignments: row.assignments.map(({ id, title, grades }) => ({ id, title, graded: grades.length })),
    released: changes.filter((change) => change.released).length,
    opened: openedBy(row, criteria),
    changes: inQueueOrder(changes, row.course.language).map(
      ({ id: _, groupPosition: __, ...change }) => change,
    ),
  };
}
