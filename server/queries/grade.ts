import { isStaff } from "@/domain/access/actor";
import { isBlind } from "@/domain/access/policy";
import { contentIn, type GradeContent, type GradeState, gradeState } from "@/domain/grading/grade";
import { acts, type Stage, type Step, stageOf } from "@/domain/grading/history";
import { isComplete, type Measure, totalOf } from "@/domain/grading/measure";
import { hundredths, showPoints } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { Gauge } from "@/server/adapters/grades";
import { authorize, type CourseAccess } from "./course-access";
import { calledIn } from "./grade-key";
import { givenFields, givenIn, shown } from "./grade-standing";
import { rubricFields, toRubric } from "./rubric";

/** Selects what an assignment is graded by. */
export const measureFields = {
  points: true,
  participationPoints: true,
  rubric: { select: rubricFields },
} as const satisfies Prisma.AssignmentSelect;

type MeasureRow = Prisma.AssignmentGetPayload<{ select: typeof measureFields }>;

export const toMeasure = (row: MeasureRow) => ({
  most: showPoints(hundredths(row.points)),
  participation: showPoints(hundredths(row.participationPoints)),
  criteria: row.rubric ? toRubric(row.rubric).criteria : [],
});

/** What an assignment is graded by, as it was read. */
export const gaugeOf = ({ points, participationPoints, rubric }: MeasureRow): Gauge => ({
  points: points.toFixed(2),
  participation: participationPoints.toFixed(2),
  rubric: rubric && { id: rubric.id, version: rubric.version },
});

const requestFields = {
  id: true,
  body: true,
  createdAt: true,
  author: { select: { id: true, role: true, user: { select: { name: true } } } },
} as const satisfies Prisma.GradeRequestSelect;

/** Selects what a grade says. */
export const contentFields = {
  ...givenFields,
  participationSuggested: true,
  participationWhy: true,
  feedback: true,
  remarks: { select: { kind: true, subjectId: true, body: true } },
} as const satisfies Prisma.GradeSelect;

type ContentRow = Prisma.GradeGetPayload<{ select: typeof contentFields }>;

export const contentFrom = (row: ContentRow): GradeContent => ({
  ...givenIn(row),
  participationSuggested: shown(row.participationSuggested),
  participationWhy: row.participationWhy,
  feedback: row.feedback,
  remarks: Object.fromEntries(row.remarks.map(({ subjectId, kind, body }) => [subjectId, { kind, body }])),
});

/** Selects a grade with all it says and has said. */
export const gradeFields = {
  ...contentFields,
  id: true,
  assignmentId: true,
  studentId: true,
  requests: { select: requestFields, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
  askedAt: true,
  version: true,
  releasedAt: true,
  updatedAt: true,
  graderId: true,
  grader: { select: { user: { select: { name: true } } } },
  history: {
    select: { version: true, act: true, actorId: true, state: true, total: true, reason: true, at: true },
    orderBy: { version: "asc" },
  },
} as const satisfies Prisma.GradeSelect;

type GradeRow = Prisma.GradeGetPayload<{ select: typeof gradeFields }>;

export interface GradeStep extends Step {
  actorId: Id;
  at: Date;
}

/** A word in the thread about a released grade. */
export interface RequestView {
  id: Id;
  /** Null for the student, who may be known by an alias only. */
  staff: { id: Id; name: string } | null;
  body: string;
  at: Date;
}

export interface GradeView extends GradeContent {
  id: Id;
  version: number;
  stage: Stage;
  /** A decimal: what the grade comes to. */
  total: string | null;
  complete: boolean;
  grader: { id: Id; name: string };
  updatedAt: Date;
  releasedAt: Date | null;
  /** When the student asked for another look, while nobody has answered. */
  askedAt: Date | null;
  requests: RequestView[];
  history: GradeStep[];
}

const toStep = (row: GradeRow["history"][number], measure: Measure): GradeStep => {
  const state = gradeState.parse(row.state);
  return {
    ...row,
    act: acts.find((act) => act === row.act) ?? "save",
    state,
    // Histories begun before totals were kept have none.
    total: shown(row.total) ?? totalOf(measure, state),
  };
};

const toRequest = ({ id, author, body, createdAt }: GradeRow["requests"][number]): RequestView => ({
  id,
  staff: isStaff(author) ? { id: author.id, name: author.user.name } : null,
  body,
  at: createdAt,
});

/** The thread about a grade, oldest first. One statement. */
export async function requestsOf(gradeId: Id): Promise<RequestView[]> {
  const rows = await db().gradeRequest.findMany({
    where: { gradeId },
    select: requestFields,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toRequest);
}

export function toGrade(row: GradeRow, measure: Measure): GradeView {
  const content = contentFrom(row);
  const history = row.history.map((step) => toStep(step, measure));
  return {
    ...content,
    id: row.id,
    version: row.version,
    stage: stageOf(row.releasedAt !== null, history),
    total: totalOf(measure, content),
    complete: isComplete(measure, content),
    grader: { id: row.graderId, name: row.grader.user.name },
    updatedAt: row.updatedAt,
    releasedAt: row.releasedAt,
    askedAt: row.askedAt,
    requests: row.requests.map(toRequest),
    history,
  };
}

export const stateOf = (grade: GradeView): GradeState => ({
  ...contentIn(grade),
  released: grade.releasedAt !== null,
});

/** Refuses `stale` with what the grade says now. */
export const refuseStale = (grade: Pick<GradeView, "version" | "feedback"> | null): never =>
  refuse({ code: "stale", current: { version: grade?.version ?? 0, text: grade?.feedback ?? "" } });

export interface FoundGrade {
  /** The membership, whatever key it was found by. */
  studentId: Id;
  measure: ReturnType<typeof toMeasure>;
  /** What it is measured by, as it was read. */
  gauge: Gauge;
  blind: boolean;
  /** Null while nobody has begun it. */
  grade: GradeView | null;
}

/**
 * A student's grade for an assignment with what it is measured by, for staff. Two statements. Refuses `not-found` for
 * an assignment or a student of another course, and for whoever is not a student.
 * @param key the student's; while it is graded blind, the id of their alias there, and nothing else finds them
 */
export async function findGrade(access: CourseAccess, assignmentId: Id, key: Id): Promise<FoundGrade> {
  authorize(access, "grade.write");
  const { courseId } = access;
  const [assignment, student] = await Promise.all([
    db().assignment.findUnique({
      where: { id: assignmentId, courseId },
      select: { ...measureFields, blind: true, namesShownAt: true },
    }),
    db().membership.findFirst({
      where: { courseId, role: "student", ...calledIn(assignmentId, key) },
      select: { id: true, grades: { where: { assignmentId }, select: gradeFields } },
    }),
  ]);
  if (!assignment || !student) refuse({ code: "not-found" });
  const measure = toMeasure(assignment);
  const row = student.grades[0];
  return {
    studentId: student.id,
    measure,
    gauge: gaugeOf(assignment),
    blind: isBlind(assignment),
    grade: row ? toGrade(row, measure) : null,
  };
}
