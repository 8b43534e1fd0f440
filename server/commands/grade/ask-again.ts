import { can } from "@/domain/access/policy";
import type { GradeAnswer, GradeAsk } from "@/domain/grading/grade-request";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findGrade, type GradeView, type RequestView, requestsOf } from "@/server/queries/grade";

interface Word {
  id: Id;
  gradeId: Id;
  studentId: Id;
  body: string;
}

/** Appends a word to a grade's thread, once however often it is sent; refuses `id-taken` where the id is another's. */
async function say(access: CourseAccess, word: Word, act: "asked" | "answered", now: Date): Promise<void> {
  const { courseId, actor } = access;
  const { id, gradeId, studentId, body } = word;
  const own = { id, gradeId, authorId: actor.membershipId };
  await transaction(async (tx) => {
    const row = { ...own, courseId, body, createdAt: now };
    const { count } = await tx.gradeRequest.createMany({ data: row, skipDuplicates: true });
    if (count === 0) return;
    // Answered it may be whatever became of the grade; asked about only while the student is shown it.
    const held = await tx.grade.updateMany({
      where: { id: gradeId, ...(act === "asked" && { releasedAt: { not: null } }) },
      data: { askedAt: act === "asked" ? now : null },
    });
    if (held.count === 0) refuse({ code: "not-found" });
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
  await say(access, { id: input.id, gradeId: grade.id, studentId, body: input.body }, "asked", now);
  return requestsOf(grade.id);
}

/** Answers in the thread that a student began; refuses `not-found` where nobody asked. */
export async function answerAsked(access: CourseAccess, input: GradeAnswer, now: Date): Promise<GradeView> {
  authorize(access, "grade.answer");
  const { grade, studentId } = await findGrade(access, input.assignmentId, input.studentId);
  if (!grade || grade.requests.length === 0) refuse({ code: "not-found" });
  await say(access, { id: input.id, gradeId: grade.id, studentId, body: input.body }, "answered", now);
  const after = (await findGrade(access, input.assignmentId, input.studentId)).grade;
  return after ?? refuse({ code: "not-found" });
}
