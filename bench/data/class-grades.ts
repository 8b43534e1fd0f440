import { blank } from "@/domain/grading/grade";
import type { ClassPeople, Making } from "./class";
import type { ClassAssignment, ClassCriterion } from "./class-plan";

const HOUR = 3_600_000;

/** How far one grade has come. */
type Stage = "begun" | "drafted" | "released" | "asked" | "missing" | "excused";

/** Of ten students: one nobody has begun, one half marked, drafts, and the most of them released. */
const stages: (Stage | null)[] = [
  null,
  "begun",
  "drafted",
  "drafted",
  "released",
  "released",
  "released",
  "asked",
  "missing",
  "excused",
];

interface GradePlan {
  id: string;
  assignment: ClassAssignment;
  studentId: string;
  graderId: string;
  stage: Stage;
  at: Date;
  /** Criterion to level. */
  marks: Record<string, string>;
  sum: number;
}

/** What each act of a grade's history left it saying, the last one as it is now. */
function historyOf(grade: GradePlan) {
  const { stage, marks, sum } = grade;
  const standing = stage === "missing" || stage === "excused" ? stage : "graded";
  const participation = stage === "begun" || standing !== "graded" ? null : "3.5";
  const draft = { ...blank, marks, standing, participation, participationSuggested: participation };
  const said = { ...draft, feedback: "Say whose border it is, and since when.", released: false };
  const total =
    stage === "excused" ? null : stage === "missing" ? "0" : participation ? String(sum + 3.5) : null;
  const states = [
    { act: "save", state: { ...draft, feedback: "", released: false }, total },
    { act: "save", state: said, total },
  ];
  if (stage !== "released" && stage !== "asked") return states;
  return [...states, { act: "release", state: { ...said, released: true }, total }];
}

function plansOf(
  making: Making,
  people: ClassPeople,
  assignments: readonly ClassAssignment[],
  criteria: readonly ClassCriterion[],
): GradePlan[] {
  const graders = [people.instructor, ...people.assistants];
  const past = assignments.filter(({ dueAt }) => dueAt < making.now);
  return past.flatMap((assignment) =>
    people.students.flatMap(({ membershipId: studentId }, index) => {
      const stage = stages[(index + assignment.number) % stages.length];
      if (!stage) return [];
      const marked = stage === "begun" ? criteria.slice(0, 2) : criteria;
      const chosen = stage === "missing" || stage === "excused" ? [] : marked;
      const levels = chosen.map(({ id, levels }) => ({ id, level: making.random.pick(levels) }));
      return [
        {
          id: making.id(),
          assignment,
          studentId,
          graderId: graders[index % graders.length]?.membershipId ?? "",
          stage,
          at: new Date(Math.min(assignment.dueAt.getTime() + 50 * HOUR, making.now.getTime())),
          marks: Object.fromEntries(levels.map(({ id, level }) => [id, level.id])),
          sum: levels.reduce((all, { level }) => all + level.points, 0),
        },
      ];
    }),
  );
}

/** Grades of all that was due, in every stage, with their marks, histories, remarks and requests. */
export async function addGrades(
  making: Making,
  people: ClassPeople,
  assignments: readonly ClassAssignment[],
  criteria: readonly ClassCriterion[],
): Promise<void> {
  const grades = plansOf(making, people, assignments, criteria).map((plan) => ({
    ...plan,
    history: historyOf(plan),
  }));
  await making.rows(
    "Grade",
    grades.map(({ id, assignment, studentId, graderId, stage, at, history }) => {
      const state = history.at(-1)?.state;
      return {
        id,
        assignmentId: assignment.assignmentId,
        studentId,
        graderId,
        feedback: state?.feedback ?? "",
        standing: state?.standing ?? "graded",
        participation: state?.participation ?? null,
        participationSuggested: state?.participationSuggested ?? null,
        askedAt: stage === "asked" ? at : null,
        version: history.length,
        releasedAt: state?.released ? at : null,
        updatedAt: at,
      };
    }),
  );
  await making.rows(
    "GradeMark",
    grades.flatMap(({ id: gradeId, marks }) =>
      Object.entries(marks).map(([criterionId, levelId]) => ({ gradeId, criterionId, levelId })),
    ),
  );
  await making.rows(
    "GradeVersion",
    grades.flatMap(({ id: gradeId, graderId: actorId, history, at }) =>
      history.map((each, index) => ({ gradeId, version: index + 1, actorId, ...each, at })),
    ),
  );
  const [first] = criteria;
  await making.rows(
    "GradeRemark",
    grades.map(({ id: gradeId }) => ({
      gradeId,
      kind: "criterion",
      subjectId: first?.id,
      body: "Two of these lean on the title alone.",
    })),
  );
  await making.rows(
    "GradeRequest",
    grades
      .filter(({ stage }) => stage === "asked")
      .map(({ id: gradeId, studentId: authorId, at: createdAt }) => ({
        id: making.id(),
        gradeId,
        authorId,
        body: making.prose.sentence(),
        createdAt,
      })),
  );
}
