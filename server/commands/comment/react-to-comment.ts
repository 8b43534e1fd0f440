import type { ReactionInput } from "@/domain/comment/comment";
import type { CommentWire } from "@/domain/comment/wire";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { commentFor, findComment } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";

/** Says "same question" or "helpful" of somebody else's comment, or takes it back. Saying it again changes nothing. */
export async function reactToComment(
  access: CourseAccess,
  input: ReactionInput,
  now: Date,
): Promise<CommentWire> {
  const { courseId, actor } = access;
  const { row, facts, discussion } = await commentFor(access, input.id, "comment.react", now);
  if (input.on && input.reaction === "same" && facts.signal !== "question") refuse({ code: "not-allowed" });

  await transaction(async (tx) => {
    await giveAliases(
      tx,
      { ...discussion.assignment, courseId },
      actor.role === "student" ? [actor.membershipId] : [],
    );
    const mine = { commentId: row.id, membershipId: actor.membershipId, kind: input.reaction };
    const { count } = input.on
      ? await tx.reaction.createMany({ data: { ...mine, courseId, at: now }, skipDuplicates: true })
      : await tx.reaction.deleteMany({ where: mine });
    if (count === 0) return;
    const stands = await tx.comment.updateMany({
      where: { id: row.id, deletedAt: null },
      data: { revision: { increment: 1 } },
    });
    if (stands.count === 0) refuse({ code: "deleted" });
    await recordEvent(tx, row.roomId, {
      type: "comment.reacted",
      payload: { reaction: input.reaction, on: input.on },
      courseId,
      actorId: actor.membershipId,
      subjectId: row.id,
      at: now,
    });
  });
  return (await findComment(access, input.id, now)).wire;
}
