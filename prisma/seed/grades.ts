import { blank, contentOf, type GradeContent, type GradeState, untouched } from "@/domain/grading/grade";
import { afterAct, type GradeAct } from "@/domain/grading/grade-act";
import { contentBefore, replay, type Step } from "@/domain/grading/history";
import { type Measure, totalOf } from "@/domain/grading/measure";
import type { Transaction } from "@/server/adapters/db";
import type { NewEvent } from "@/server/adapters/event-log";
import type { DemoGrade } from "./content/grading-types";
import { deskOf } from "./log";
import { keptOfWork, suggestedIn } from "./participation";
import type { Talk } from "./talk";

type Assignment = Talk["demo"]["assignments"][number];

/** An act on a grade, in days from the first start. */
interface Deed {
  act: "save" | "release" | "recall" | "undo";
  by: string;
  day: number;
  levels?: DemoGrade["levels"] | undefined;
  feedback?: string | undefined;
  reason?: string | undefined;
}

interface Done extends Step {
  by: string;
  at: Date;
}

function measureOf({ demo, ids }: Talk, assignment: Assignment): Measure {
  const rubric = demo.rubrics.find((one) => one.key === assignment.rubric);
  return {
    most: String(assignment.points),
    participation: String(assignment.participationPoints),
    criteria: (rubric?.criteria ?? []).map(({ key, name, levels }) => ({
      id: ids.of("criterion", key),
      name,
      levels: levels.map((level, index) => ({
        id: ids.of("level", `${key} ${index}`),
        name: level.description,
        points: String(level.points),
      })),
    })),
  };
}

const marksOf = ({ ids }: Talk, levels: DemoGrade["levels"]): GradeContent["marks"] =>
  Object.fromEntries(
    Object.entries(levels).map(([criterion, level]) => [
      ids.of("criterion", criterion),
      ids.of("level", `${criterion} ${level}`),
    ]),
  );

function participationIn({ participation: given, standing }: DemoGrade, suggested: string) {
  if (given === "later" || standing !== "graded") return {};
  if (given === "suggested") return { participation: suggested, participationSuggested: suggested };
  return {
    participation: String(given.points),
    participationSuggested: suggested,
    participationWhy: given.why,
  };
}

/** What the grade says at its first save. */
function contentIn(talk: Talk, grade: DemoGrade, assignment: Assignment, suggested: string): GradeContent {
  const { ids } = talk;
  return {
    ...blank,
    feedback: grade.feedback,
    marks: marksOf(talk, grade.levels),
    standing: grade.standing,
    ...participationIn(grade, suggested),
    kept: keptOfWork(talk, assignment, grade.student),
    remarks: Object.fromEntries(
      grade.remarks.map(({ on, key, body }) => [ids.of(on, key), { kind: on, body }]),
    ),
  };
}

/** First saved, released with the others where it is out, and what was done with it besides. */
function deedsOf(grade: DemoGrade, day: number): Deed[] {
  const deeds: Deed[] = [{ act: "save", by: grade.grader, day }, ...grade.acts];
  if (grade.released) deeds.push({ act: "release", by: "ines", day: day + 1 });
  return deeds.sort((one, other) => one.day - other.day);
}

function actOf(talk: Talk, deed: Deed, content: GradeContent, steps: readonly Step[]): GradeAct {
  const { act, reason = "" } = deed;
  if (act === "release") return { act };
  if (act === "recall") return { act, reason };
  if (act === "undo") return { act, content: contentBefore(steps) ?? blank, reason };
  const marks = deed.levels ? marksOf(talk, deed.levels) : content.marks;
  return { act, content: { ...content, marks, feedback: deed.feedback ?? content.feedback }, reason };
}

/** The grade's history by the product's own rules; throws where it could not have been lived through. */
function historyOf(talk: Talk, first: GradeContent, deeds: readonly Deed[], measure: Measure): Done[] {
  const steps: Done[] = [];
  let state: GradeState = untouched;
  for (const deed of deeds) {
    const content = steps.length === 0 ? first : contentOf(state);
    state = afterAct(state, actOf(talk, deed, content, steps), measure);
    steps.push({
      version: steps.length + 1,
      act: deed.act,
      state,
      total: totalOf(measure, state),
      reason: deed.reason ?? null,
      by: talk.ids.of("member", deed.by),
      at: talk.clock.moment(deed.day),
    });
  }
  replay(steps);
  return steps;
}

const eventTypes = {
  save: "grade.saved",
  release: "grade.released",
  recall: "grade.recalled",
  undo: "grade.undone",
} as const;

/** The rows of one grade, with its history and the thread about it, and what the log says of them. */
function rowsOf(talk: Talk, grade: DemoGrade, index: number, suggested: string) {
  const { demo, ids, clock, courseId } = talk;
  const assignment = demo.assignments.find((one) => one.key === grade.assignment);
  if (!assignment) throw new Error(`The demo grades an unknown assignment: ${grade.assignment}`);
  const deeds = deedsOf(grade, assignment.dueDay + 3 + index / 100);
  const content = contentIn(talk, grade, assignment, suggested);
  const history = historyOf(talk, content, deeds, measureOf(talk, assignment));
  const last = history.at(-1);
  if (!last) throw new Error(`The demo has a grade without a history: ${grade.student}`);
  const id = ids.make("grade", index, clock.moment(deeds[0]?.day ?? 0));
  const studentId = ids.of("member", grade.student);
  const { released, marks, remarks, ...said } = last.state;
  const asked = grade.asked.map(({ by, day, body }, place) => {
    const createdAt = clock.moment(day);
    const wordId = ids.make("request", `${index} ${place}`, createdAt);
    return { id: wordId, courseId, gradeId: id, authorId: ids.of("member", by), body, createdAt };
  });
  const open = asked.at(-1);
  const acts = history.map(
    ({ act, version, by, at }): NewEvent => ({
      type: eventTypes[act === "rubric" ? "save" : act],
      payload: { version, studentId },
      courseId,
      actorId: by,
      subjectId: id,
      at,
    }),
  );
  const words = asked.map(
    ({ id: subjectId, authorId, createdAt }): NewEvent => ({
      type: authorId === studentId ? "grade.asked" : "grade.answered",
      payload: { gradeId: id, studentId },
      courseId,
      actorId: authorId,
      subjectId,
      at: createdAt,
    }),
  );
  return {
    grade: {
      id,
      courseId,
      assignmentId: ids.of("assignment", grade.assignment),
      studentId,
      graderId: history.findLast(({ act }) => act === "save" || act === "undo")?.by ?? last.by,
      ...said,
      askedAt: open?.authorId === studentId ? open.createdAt : null,
      version: last.version,
      releasedAt: released ? (history.findLast(({ act }) => act === "release")?.at ?? null) : null,
      updatedAt: last.at,
    },
    marks: Object.entries(marks).map(([criterionId, levelId]) => ({
      gradeId: id,
      courseId,
      criterionId,
      levelId,
    })),
    remarks: Object.entries(remarks).map(([subjectId, remark]) => ({
      gradeId: id,
      courseId,
      subjectId,
      ...remark,
    })),
    versions: history.map(({ by, ...step }) => ({ gradeId: id, courseId, actorId: by, ...step })),
    asked,
    events: [...acts, ...words],
  };
}

/** Grades with all they say and have said, who asked for another look, and what came of it. */
export async function writeGrades(tx: Transaction, talk: Talk): Promise<void> {
  const { demo } = talk;
  const suggested = new Map(demo.assignments.map((one) => [one.key, suggestedIn(talk, one)]));
  const all = demo.grades.map((grade, index) =>
    rowsOf(talk, grade, index, suggested.get(grade.assignment)?.get(grade.student) ?? "0"),
  );
  await tx.grade.createMany({ data: all.map((one) => one.grade) });
  await tx.gradeMark.createMany({ data: all.flatMap((one) => one.marks) });
  await tx.gradeRemark.createMany({ data: all.flatMap((one) => one.remarks) });
  await tx.gradeVersion.createMany({ data: all.flatMap((one) => one.versions) });
  await tx.gradeRequest.createMany({ data: all.flatMap((one) => one.asked) });
  const desk = await deskOf(tx, talk.courseId);
  for (const event of all.flatMap((one) => one.events)) talk.log.record(desk, event);
}
