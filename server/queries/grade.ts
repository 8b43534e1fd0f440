import { type GradeState, gradeState } from "@/domain/grading/grade";
import { type Act, acts, type Stage, stageOf } from "@/domain/grading/history";
import { isComplete, type Measure, totalOf } from "@/domain/grading/measure";
import { hundredths, showPoints } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { givenIn } from "./grade-standing";
import { rubricFields, toRubric } from "./rubric";

/** Selects what an assignment is graded by. */
export const measureFields = {
  points: true,
  rubric: { select: rubricFields },
} as const satisfies Prisma.AssignmentSelect;

type MeasureRow = Prisma.AssignmentGetPayload<{ select: typeof measureFields }>;

export const toMeasure = (row: MeasureRow) => ({
  most: showPoints(hundredths(row.points)),
  criteria: row.rubric ? toRubric(row.rubric).criteria : [],
});

/** Selects a grade with its marks and all it has said. */
export const gradeFields = {
  id: true,
  studentId: true,
  points: true,
  feedback: true,
  version: true,
  releasedAt: true,
  updatedAt: true,
  graderId: true,
  grader: { select: { user: { select: { name: true } } } },
  marks: { select: { criterionId: true, levelId: true } },
  history: {
    select: { version: true, act: true, actorId: true, state: true, reason: true, at: true },
    orderBy: { version: "asc" },
  },
} as const satisfies Prisma.GradeSelect;

type GradeRow = Prisma.GradeGetPayload<{ select: typeof gradeFields }>;

export interface GradeStep {
  version: number;
  act: Act;
  actorId: Id;
  state: GradeState;
  reason: string | null;
  at: Date;
}

export interface GradeView {
  id: Id;
  version: number;
  stage: Stage;
  /** Decimals: set by hand, and what the grade comes to. */
  points: string | null;
  total: string | null;
  feedback: string;
  marks: Record<Id, Id>;
  complete: boolean;
  grader: { id: Id; name: string };
  updatedAt: Date;
  releasedAt: Date | null;
  history: GradeStep[];
}

const toStep = (row: GradeRow["history"][number]): GradeStep => ({
  ...row,
  act: acts.find((act) => act === row.act) ?? "save",
  state: gradeState.parse(row.state),
});

export function toGrade(row: GradeRow, measure: Measure): GradeView {
  const { points, marks } = givenIn(row);
  const history = row.history.map(toStep);
  return {
    id: row.id,
    version: row.version,
    stage: stageOf(row.releasedAt !== null, history),
    points,
    total: totalOf(measure, { points, marks }),
    feedback: row.feedback,
    marks,
    complete: isComplete(measure, { points, marks }),
    grader: { id: row.graderId, name: row.grader.user.name },
    updatedAt: row.updatedAt,
    releasedAt: row.releasedAt,
    history,
  };
}

export const stateOf = (grade: GradeView): GradeState => ({
  points: grade.points,
  feedback: grade.feedback,
  marks: grade.marks,
  released: grade.releasedAt !== null,
});

export interface FoundGrade {
  measure: Measure;
  /** Null while nobody has begun it. */
  grade: GradeView | null;
}

/**
 * A student's grade for an assignment with what it is measured by, for staff. Two statements. Refuses `not-found` for
 * an assignment or a student of another course, and for whoever is not a student.
 */
export async function findGrade(access: CourseAccess, assignmentId: Id, studentId: Id): Promise<FoundGrade> {
  authorize(access, "grade.write");
  const { courseId } = access;
  const [assignment, student] = await Promise.all([
    db().assignment.findUnique({
      where: { id: assignmentId, courseId },
      select: { ...measureFields, grades: { where: { studentId }, select: gradeFields } },
    }),
    db().membership.findUnique({ where: { id: studentId, courseId, role: "student" }, select: { id: true } }),
  ]);
  if (!assignment || !student) refuse({ code: "not-found" });
  const measure = toMeasure(assignment);
  const row = assignment.grades[0];
  return { measure, grade: row ? toGrade(row, measure) : null };
}
