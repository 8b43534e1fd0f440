import type { Id } from "@/domain/id";
import type { PresenceReport } from "@/domain/reading/presence";
import { refuse } from "@/domain/refusal";
import { giveAliases, needsAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import { announce, type PresenceWake } from "@/server/adapters/pubsub";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { namingFor, voiceFields, voiceOf } from "@/server/queries/voice";

/**
 * The thread in which somebody writes a reply, if it is one that classmates read: that there is a thread of one's own,
 * or with the instructors, is nobody else's business.
 */
async function typingOf(
  { courseId }: CourseAccess,
  readingId: Id,
  threadId: Id | null,
): Promise<Pick<PresenceWake, "typing" | "typingIn">> {
  if (!threadId) return { typing: null };
  const thread = await db().comment.findUnique({
    where: { id: threadId, courseId, readingId, audience: "group" },
    select: { room: { select: { groupId: true } } },
  });
  if (!thread) return { typing: null };
  const { groupId } = thread.room;
  return { typing: threadId, ...(groupId && { typingIn: groupId }) };
}

/**
 * Tells who is reading here. It is passed on and forgotten: nothing is stored. Where the course or the person does
 * not want to be seen, nothing is passed on either.
 */
export async function reportPresence(access: CourseAccess, input: PresenceReport, now: Date): Promise<void> {
  const { courseId, actor } = access;
  const discussion = await discussionOfReading(access, input.readingId, now);
  const member = await db().membership.findUnique({
    where: { id: actor.membershipId },
    select: { ...voiceFields.select, presence: true, course: { select: { presence: true } } },
  });
  if (!member) refuse({ code: "not-found" });
  if (!member.presence || !member.course.presence) return;
  const { assignment } = discussion;
  if (actor.role === "student" && needsAliases(assignment) && !discussion.aliases.has(member.id)) {
    await transaction((tx) => giveAliases(tx, { ...assignment, courseId }, [member.id]));
    return reportPresence(access, input, now);
  }
  const naming = namingFor(access, discussion);
  announce({
    kind: "presence",
    courseId,
    assignmentId: assignment.id,
    readingId: input.readingId,
    groupId: actor.role === "student" ? discussion.ownGroupId : null,
    hidden: voiceOf({ ...naming, hidden: true }, member),
    named: voiceOf({ ...naming, hidden: false }, member),
    at: input.at,
    ...(await typingOf(access, input.readingId, input.typing)),
    gone: input.gone ?? false,
  });
}
