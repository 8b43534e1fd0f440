import { contentIn, type GradeContent } from "@/domain/grading/grade";
import { inQueueOrder } from "@/domain/grading/queue";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { gradeFields, toGrade, toMeasure } from "./grade";
import { callOf, frameFields, toFrame } from "./grade-frame";
import { groupIn, placedFields } from "./grade-queue";
import { type ResponseWork, responsesIn, responsesOf } from "./grade-work";

/** A grade to be gone on with: what it says, and the version it says it at. */
export interface GradeInHand extends GradeContent {
  id: Id;
  version: number;
  released: boolean;
}

export interface PromptWork {
  prompt: { id: Id; title: string; body: string };
  measure: ReturnType<typeof toMeasure>;
  /** In the order of the queue, those who answered. */
  students: {
    id: Id;
    name: string;
    group: string | null;
    groupPosition: number | null;
    graderId: Id | null;
    answers: ResponseWork[];
    grade: GradeInHand | null;
  }[];
}

/** One prompt's answers over the class, to be graded one criterion at a time. Two statements. */
export async function gradeByPrompt(
  access: CourseAccess,
  assignmentId: Id,
  promptId: Id,
): Promise<PromptWork> {
  authorize(access, "grade.write");
  const { courseId } = access;
  const row = await db().assignment.findUnique({
    where: { id: assignmentId, courseId },
    select: {
      ...frameFields(access),
      prompts: { where: { id: promptId }, select: { id: true, title: true, body: true } },
    },
  });
  const prompt = row?.prompts[0];
  if (!row || !prompt) refuse({ code: "not-found" });
  const frame = toFrame(access, row);
  const { where, ...rest } = responsesIn(access, assignmentId, promptId);
  const members = await db().membership.findMany({
    where: {
      courseId,
      role: "student",
      withdrawnAt: null,
      responses: { some: { ...where, parentId: null } },
    },
    select: {
      ...placedFields,
      grades: { where: { assignmentId }, select: gradeFields },
      responses: { ...rest, where: { ...where, parentId: null } },
    },
  });
  const students = members.map((member) => {
    const groupIds = member.groups.map((group) => group.groupId);
    const group = groupIn(frame, member);
    const found = member.grades[0];
    const grade = found ? toGrade(found, frame.measure) : null;
    return {
      ...callOf(frame, member.id, member.user.name),
      group: group?.name ?? null,
      groupPosition: group?.position ?? null,
      graderId: frame.graderOf.get(member.id) ?? null,
      answers: responsesOf(frame, member.responses, frame.datesOf(member.id, groupIds).dueAt),
      grade: grade && {
        ...contentIn(grade),
        id: grade.id,
        version: grade.version,
        released: grade.stage === "released",
      },
    };
  });
  return {
    prompt,
    measure: toMeasure(row),
    students: inQueueOrder(
      students.filter((student) => student.id !== ""),
      frame.language,
    ),
  };
}
