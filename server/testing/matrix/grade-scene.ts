import { v7 as uuidv7 } from "uuid";
import { db } from "@/server/adapters/db";
import { askAgain } from "@/server/commands/grade/ask-again";
import { keepPhrase } from "@/server/commands/phrase/keep-phrase";
import { type Cast, today } from "../cast";

/** Ada has asked for another look at her grade, and the instructor keeps a phrase that all graders have. */
export async function addGradingTo(cast: Cast) {
  const requestId = uuidv7();
  await askAgain(cast.ada, { id: requestId, assignmentId: cast.assignmentId, body: "Why not more?" }, today);
  const phraseId = uuidv7();
  await keepPhrase(cast.instructor, { id: phraseId, body: "Name the paragraph.", shared: true }, today);
  return { requestId, phraseId };
}

/** As many phrases, shares and unmaskings as there are students, and as many words in Ada's thread. */
export async function addGrading(cast: Cast, students: string[]): Promise<void> {
  const { courseId, assignmentId } = cast;
  const graderId = cast.assistant.actor.membershipId;
  await db().phrase.createMany({
    data: students.map(() => ({
      id: uuidv7(),
      courseId,
      authorId: graderId,
      body: "Again.",
      shared: true,
      createdAt: today,
    })),
  });
  const own = { courseId, assignmentId, graderId };
  await db().graderShare.createMany({ data: students.map((studentId) => ({ ...own, studentId })) });
  await db().unmasking.createMany({
    data: students.map((studentId) => ({ ...own, studentId, reason: "Why.", at: today })),
  });
  const ada = cast.ada.actor.membershipId;
  const grade = await db().grade.findUniqueOrThrow({
    where: { assignmentId_studentId: { assignmentId, studentId: ada } },
  });
  await db().gradeRequest.createMany({
    data: students.map(() => ({
      id: uuidv7(),
      courseId,
      gradeId: grade.id,
      authorId: ada,
      body: "And again?",
      createdAt: today,
    })),
  });
  await db().gradeRemark.createMany({
    data: students.map(() => ({
      gradeId: grade.id,
      courseId,
      kind: "comment" as const,
      subjectId: uuidv7(),
      body: "See here.",
    })),
  });
}
