import { can } from "@/domain/access/policy";
import type { GradeAnswer, GradeAsk } from "@/domain/grading/grade-request";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db, type Transaction, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findGrade, type GradeView, type RequestView, requestsOf } from "@/server/queries/grade";

interface Word {
  id: Id;
  gradeId: Id;
  studentId: Id;
  body: string;
}

/** Flags that the student waits for an answer; refuses `not-found` where the grade is not shown to them any more. */
async function waits(tx: Transaction, gradeId: Id, now: Date): Promise<void> {
  const where = { id: gradeId, releasedAt: { not: null } };
  const { count } = await tx.grade.updateMany({ where, data: { askedAt: now } });
  if (count === 0) refuse({ code: "not-found" });
}

/** Takes the flag away, unless the student has asked more often than `asked`, as often as was read. */
async function waitsNoMore(tx: Transaction, { gradeId, studentId }: Word, asked: number): Promise<void> {
  // Held before it is counted: who asks at this moment flags it afterwards.
  await tx.$queryRaw`SELECT id FROM "Grade" WHERE id = ${gradeId}::uuid FOR NO KEY UPDATE`;
  const times = await tx.gradeRequest.count({ where: { gradeId, authorId: studentId } });
  if (times <= asked) await tx.grade.update({ where: { id: gradeId }, data: { askedAt: null } });
}

/**
 * Appends a word to a grade's thread, once however often it is sent, and in the same transaction flags whether an answer
 * is waited for. Refuses `id-taken` where the id is another's.
 */
async function say(
  access: CourseAccess,
  word: Word,
  act: "asked" | "answered",
  now: Date,
  flag: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { courseId, actor } = access;
  const { id, gradeId, studentId, body } = word;
  const own = { id, gradeId, authorId: actor.membershipId };
  await transaction(async (tx) => {
    const row = { ...own, courseId, body, createdAt: now };
    const { count } = await tx.gradeRequest.createMany({ data: row, skipDuplicates: true });
    if (count === 0) return;
    await flag(tx);
    await recordAtDesk(tx, {
      type: `grade.${act}`,
      payload: { gradeId, studentId },
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  if ((await db().gradeRequest.count({ where: own })) === 0) refuse({ code: "id-taken" });
}

/** Asks staff to look again at one's released grade. Refuses `not-found` while there is none to be seen. */
export async function askAgain(access: CourseAccess, input: GradeAsk, now: Date): Promise<RequestView[]> {
  const { courseId, actor } = access;
  if (actor.role !== "student") refuse({ code: "not-allowed" });
  const studentId = actor.membershipId;
  const grade = await db().grade.findFirst({
    where: { courseId, assignmentId: input.assignmentId, studentId },
    select: { id: true, releasedAt: true },
  });
  const facts = { studentId, released: grade?.releasedAt != null };
  if (!grade || !can(actor, "grade.ask", facts)) refuse({ code: "not-found" });
  const word = { id: input.id, gradeId: grade.id, studentId, body: input.body };
  await say(access, word, "asked", now, (tx) => waits(tx, grade.id, now));
  return requestsOf(grade.id);
}

/**
 * Answers in the thread that a student began; refuses `not-found` where nobody asked. Answered it may be whatever became
 * of the grade. What the student asked after `input.asked` times goes on waiting.
 */
export async function answerAsked(access: CourseAccess, input: GradeAnswer, now: Date): Promise<GradeView> {
  authorize(access, "grade.answer");
  const { grade, studentId } = await findGrade(access, input.assignmentId, input.studentId);
  if (!grade || grade.requests.length === 0) refuse({ code: "not-found" });
  const word = { id: input.id, gradeId: grade.id, studentId, body: input.body };
  await say(access, word, "answered", now, (tx) => waitsNoMore(tx, word, input.asked));
  const after = (await findGrade(access, input.assignmentId, input.studentId)).grade;
  return after ?? refuse({ code: "not-found" });
}
