import { can } from "@/domain/access/policy";
import type { NewReply } from "@/domain/prompt/response";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { keepCitations } from "@/server/adapters/citations";
import { db, transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { resolveCitations } from "@/server/queries/citation";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";
import { findResponse, type ResponseView } from "@/server/queries/response";

/** Replies to an answer, in its room: agrees, challenges or asks. A reply is posted at once. Idempotent by id. */
export async function replyToResponse(
  access: CourseAccess,
  input: NewReply,
  now: Date,
): Promise<ResponseView> {
  if (await hasReplied(access, input)) return replyView(access, input, now);
  const {
    view: parent,
    discussion,
    roomId,
    authorId,
    deleted,
  } = await findResponse(access, input.parentId, now);
  const facts = { authorId, submitted: parent.submittedAt !== null, deleted };
  const room = roomFacts(discussion, parent.groupId);
  if (parent.parentId !== null || !can(access.actor, "response.reply", facts, room, now)) {
    mayWrite(access, discussion, parent.groupId, now);
    refuse({ code: "not-allowed" });
  }
  const citations = await resolveCitations(access, input.body, now);

  await transaction(async (tx) => {
    await giveAliases(
      tx,
      { ...discussion.assignment, courseId: access.courseId },
      access.actor.role === "student" ? [access.actor.membershipId] : [],
    );
    const { count } = await tx.response.createMany({
      data: {
        id: input.id,
        courseId: access.courseId,
        roomId,
        promptId: parent.promptId,
        authorId: access.actor.membershipId,
        parentId: parent.id,
        relation: input.relation,
        body: input.body,
        createdAt: now,
        submittedAt: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    // Whoever replies has read it, and has done with it where it was given to them.
    const own = { membershipId: access.actor.membershipId, responseId: parent.id };
    await tx.handedResponse.updateMany({ where: { ...own, doneAt: null }, data: { doneAt: now } });
    await tx.responseSeen.createMany({
      data: parent.mine ? [] : [{ ...own, courseId: access.courseId, at: now }],
      skipDuplicates: true,
    });
    await keepCitations(tx, { courseId: access.courseId, responseId: input.id }, citations);
    await recordEvent(tx, roomId, {
      type: "response.replied",
      payload: { parentId: parent.id, relation: input.relation },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return replyView(access, input, now);
}

/** Whether the reply is there already: it may be sent again after the close, because the first answer was lost. */
async function hasReplied(access: CourseAccess, { id, parentId }: NewReply): Promise<boolean> {
  const { courseId, actor } = access;
  return (await db().response.count({ where: { id, courseId, parentId, authorId: actor.membershipId } })) > 0;
}

async function replyView(access: CourseAccess, input: NewReply, now: Date): Promise<ResponseView> {
  const { view, deleted } = await findResponse(access, input.id, now);
  if (!view.mine || view.parentId !== input.parentId) refuse({ code: "id-taken" });
  if (deleted) refuse({ code: "deleted" });
  return view;
}
