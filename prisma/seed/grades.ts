import type { Transaction } from "@/server/adapters/db";
import { deskOf } from "./log";
import type { Talk } from "./talk";

/** Grades with their marks and their history: saved, and where they are out, released. */
export async function writeGrades(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  const desk = await deskOf(tx, courseId);
  const due = new Map(demo.assignments.map((assignment) => [assignment.key, assignment.dueDay]));
  for (const [index, grade] of demo.grades.entries()) {
    const day = (due.get(grade.assignment) ?? 0) + 3 + index / 100;
    const savedAt = clock.moment(day);
    const releasedAt = grade.released ? clock.moment(day + 1) : null;
    const id = ids.make("grade", index, savedAt);
    const studentId = ids.of("member", grade.student);
    const actorId = ids.of("member", grade.grader);
    const marks = Object.entries(grade.levels).map(([criterion, level]) => ({
      criterionId: ids.of("criterion", criterion),
      levelId: ids.of("level", `${criterion} ${level}`),
    }));
    await tx.grade.create({
      data: {
        id,
        courseId,
        assignmentId: ids.of("assignment", grade.assignment),
        studentId,
        graderId: actorId,
        feedback: grade.feedback,
        version: releasedAt ? 2 : 1,
        releasedAt,
        updatedAt: releasedAt ?? savedAt,
        marks: { createMany: { data: marks.map((mark) => ({ courseId, ...mark })) } },
      },
    });
    const state = {
      points: null,
      feedback: grade.feedback,
      marks: Object.fromEntries(marks.map((mark) => [mark.criterionId, mark.levelId])),
    };
    await tx.gradeVersion.create({
      data: {
        gradeId: id,
        courseId,
        version: 1,
        actorId,
        act: "save",
        state: { ...state, released: false },
        at: savedAt,
      },
    });
    const about = { courseId, subjectId: id };
    log.record(desk, {
      type: "grade.saved",
      payload: { version: 1, studentId },
      actorId,
      at: savedAt,
      ...about,
    });
    if (!releasedAt) continue;
    const releaserId = ids.of("member", "ines");
    await tx.gradeVersion.create({
      data: {
        gradeId: id,
        courseId,
        version: 2,
        actorId: releaserId,
        act: "release",
        state: { ...state, released: true },
        at: releasedAt,
      },
    });
    log.record(desk, {
      type: "grade.released",
      payload: { version: 2, studentId },
      actorId: releaserId,
      at: releasedAt,
      ...about,
    });
  }
}
