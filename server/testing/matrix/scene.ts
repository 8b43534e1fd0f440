import { v7 as uuidv7 } from "uuid";
import type { Role } from "@/domain/access/actor";
import type { SentDraft } from "@/domain/assignment/assignment";
import { blank } from "@/domain/grading/grade";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { hashPassword } from "@/server/adapters/password";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { releaseGrade } from "@/server/commands/grade/release-grade";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { saveResponse } from "@/server/commands/response/save-response";
import { importSource } from "@/server/commands/source/import-source";
import type { SessionClaim } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "../cast";
import { addEvidenceTo } from "./evidence-scene";
import { addGradingTo } from "./grade-scene";
import { addGroupsTo } from "./group-scene";
import { addNotificationsTo } from "./notification-scene";
import { addSteelmenTo } from "./steelman-scene";

/** The password of everybody in a scene. */
export const scenePassword = "the same for everybody";
let passwordHash: Promise<string> | undefined;

/** Somebody in the course with a session under number 1, which their account may have left behind. */
async function person(courseId: Id, role: Role, what: { withdrawn?: boolean; revoked?: boolean }) {
  const userId = uuidv7();
  const membershipId = uuidv7();
  const sessionVersion = what.revoked ? 2 : 1;
  await db().user.create({
    data: { id: userId, email: `${userId}@example.test`, name: "Somebody", sessionVersion },
  });
  const withdrawnAt = what.withdrawn ? today : null;
  await db().membership.create({ data: { id: membershipId, courseId, userId, role, withdrawnAt } });
  return { claim: { userId, sessionVersion: 1 }, membershipId };
}

const newComment = (cast: Cast, body: string) => ({
  id: uuidv7(),
  readingId: cast.readingId,
  paragraphId: cast.paragraphIds[0] ?? null,
  passage: null,
  signal: "question" as const,
  audience: "group" as const,
  body,
});

async function write(cast: Cast) {
  const comment = await postComment(cast.ada, newComment(cast, "Little was said, and loudly?"), today);
  const reply = await replyToComment(
    cast.liming,
    { id: uuidv7(), parentId: comment.id, body: "As always." },
    today,
  );
  const answer = await saveResponse(
    cast.ada,
    {
      id: uuidv7(),
      promptId: cast.promptId,
      version: 0,
      positionId: cast.positionId,
      body: "Of those it binds.",
    },
    "post",
    today,
  );
  const otherPromptId = uuidv7();
  const { courseId, assignmentId } = cast;
  await db().prompt.create({
    data: {
      id: otherPromptId,
      courseId,
      assignmentId,
      position: 3,
      title: "By what right?",
      body: "Say by what.",
    },
  });
  return { commentId: comment.id, replyId: reply.id, responseId: answer.id, otherPromptId };
}

async function grade(cast: Cast) {
  const marks = Object.fromEntries(cast.criteria.map(({ id, levelIds }) => [id, levelIds[1] ?? ""]));
  const { assignmentId } = cast;
  const content = { ...blank, assignmentId, version: 0, feedback: "Read on.", marks, reason: "" };
  const adaId = cast.ada.actor.membershipId;
  await saveGrade(cast.assistant, { id: uuidv7(), studentId: adaId, ...content }, today);
  await releaseGrade(cast.instructor, { assignmentId, studentId: adaId, version: 1 }, today);
  const limingId = cast.liming.actor.membershipId;
  await saveGrade(cast.assistant, { id: uuidv7(), studentId: limingId, ...content }, today);
}

/** A term of the course's, with a difference that Ada states between two of its uses. */
async function terms({ courseId, readingId, paragraphIds, ada }: Cast) {
  const termId = uuidv7();
  const differenceId = uuidv7();
  await db().term.create({
    data: {
      id: termId,
      courseId,
      position: 1,
      name: "treaty",
      forms: { create: { courseId, position: 0, language: "en", words: "treaty" } },
    },
  });
  await db().termDifference.create({
    data: {
      id: differenceId,
      courseId,
      termId,
      authorId: ada.actor.membershipId,
      leftReadingId: readingId,
      leftParagraphId: paragraphIds[1] ?? "",
      rightReadingId: readingId,
      rightParagraphId: paragraphIds[2] ?? "",
      claim: "One binds, the other does not.",
    },
  });
  return { termId, differenceId };
}

/** Other dates for a student. */
async function extension({ courseId, assignmentId, instructor, stranger }: Cast) {
  const extensionId = uuidv7();
  await db().extension.create({
    data: {
      id: extensionId,
      courseId,
      assignmentId,
      studentId: stranger.actor.membershipId,
      dueAt: inDays(4),
      closesAt: inDays(6),
      createdById: instructor.actor.membershipId,
      createdAt: today,
    },
  });
  return { extensionId };
}

/** An assignment that only staff see, and a source that is still cleaned up. */
async function drafts(cast: Cast) {
  const draftAssignmentId = uuidv7();
  const draftReadingId = uuidv7();
  const { courseId } = cast;
  await db().assignment.create({
    data: {
      id: draftAssignmentId,
      courseId,
      position: 2,
      title: "Week 2",
      opensAt: inDays(-1),
      dueAt: inDays(7),
      closesAt: inDays(9),
      points: 20,
    },
  });
  const own = { courseId, assignmentId: draftAssignmentId, position: 2 };
  await db().reading.create({ data: { id: draftReadingId, versionId: cast.versionId, ...own } });
  await db().prompt.create({ data: { id: uuidv7(), title: "Next", body: "Say.", ...own } });
  const draftSourceId = uuidv7();
  const from = { kind: "text" as const, text: "One paragraph of a text.\n\nAnd another one of it." };
  await importSource(cast.instructor, { id: draftSourceId, from }, today);
  return { draftAssignmentId, draftReadingId, draftSourceId };
}

/** A course in which every kind of thing exists once, and somebody in every standing to it. */
export async function makeScene() {
  const cast = await makeCourse();
  const written = await write(cast);
  await grade(cast);
  const grading = await addGradingTo(cast);
  const own = {
    ...grading,
    ...(await drafts(cast)),
    ...(await extension(cast)),
    ...(await terms(cast)),
    ...(await addEvidenceTo(cast)),
    ...(await addSteelmenTo(cast)),
    ...(await addGroupsTo(cast)),
    ...(await addNotificationsTo(cast, written)),
  };
  const withdrawn = await person(cast.courseId, "student", { withdrawn: true });
  const revoked = await person(cast.courseId, "instructor", { revoked: true });
  passwordHash ??= hashPassword(scenePassword);
  await db().user.updateMany({
    where: { memberships: { some: { courseId: cast.courseId } } },
    data: { passwordHash: await passwordHash },
  });
  const { joinCode } = await db().course.findUniqueOrThrow({ where: { id: cast.courseId } });
  return { ...cast, ...written, ...own, withdrawn, revoked, joinCode: joinCode ?? "" };
}

export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** In the order of the table's columns. */
export const callers = [
  "signedOut",
  "instructor",
  "assistant",
  "ada",
  "stranger",
  "observer",
  "outsider",
  "withdrawn",
  "revoked",
] as const;
export type Caller = (typeof callers)[number];

/** The session of a caller; the outsider is the instructor of another course. */
export function claimOf(scene: Scene, elsewhere: Scene, caller: Caller): SessionClaim | null {
  switch (caller) {
    case "signedOut":
      return null;
    case "outsider":
      return { userId: elsewhere.instructor.userId, sessionVersion: 1 };
    case "withdrawn":
    case "revoked":
      return scene[caller].claim;
    default:
      return { userId: scene[caller].userId, sessionVersion: 1 };
  }
}

/** An assignment's draft made of the scene's own parts. */
export const assignmentDraft = (scene: Scene, what: Partial<SentDraft> = {}): SentDraft => ({
  title: "Week 3",
  instructions: "",
  readings: [{ id: uuidv7(), versionId: scene.versionId }],
  prompts: [
    {
      id: uuidv7(),
      kind: "compare",
      title: "Who gives way?",
      body: "Compare the two.",
      wordsMin: 0,
      wordsMax: 0,
      citationsMin: 2,
      readingsMin: 1,
      positionsMin: 2,
      repliesMin: 1,
      positions: [scene.positionId, scene.otherPositionId],
      dimensionId: scene.dimensionId,
      termId: scene.termId,
      postFirst: true,
      pseudonyms: false,
      wholeClass: true,
      steelman: false,
    },
  ],
  rubricId: scene.rubricId,
  points: "20",
  opensAt: inDays(1),
  dueAt: inDays(2),
  closesAt: inDays(3),
  groupSetId: scene.groups.setId,
  visibility: "open",
  postFirst: 0,
  names: "named",
  ...what,
});
