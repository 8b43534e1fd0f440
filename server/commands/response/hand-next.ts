import type { Id } from "@/domain/id";
import { handOut, IN_HAND } from "@/domain/prompt/read-next";
import type { HandNext } from "@/domain/prompt/response";
import { refuse } from "@/domain/refusal";
import { type Transaction, transaction } from "@/server/adapters/db";
import { openRoom, recordEvent } from "@/server/adapters/event-log";
import { type Circle, holdRoom, poolFor } from "@/server/adapters/read-next";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomToWriteIn } from "@/server/queries/discussion";
import { discussionOfPrompt, type PromptDiscussion } from "@/server/queries/prompt-discussion";
import { type HandedView, handedTo, isHanded } from "@/server/queries/read-next";

/**
 * Sees to it that this person has answers to read, as many as the balance allows, and answers with them; what is in
 * hand already stays. With `instead` that one is put away for another, if there is another. Before others' answers show
 * there is nothing. Asking again changes nothing.
 */
export async function handNextResponses(
  access: CourseAccess,
  { promptId, instead }: HandNext,
  now: Date,
): Promise<HandedView[]> {
  const discussion = await discussionOfPrompt(access, promptId, now);
  const address = roomToWriteIn(access, discussion, null);
  if (access.actor.role !== "student") refuse({ code: "not-allowed" });
  mayWrite(access, discussion, address.groupId, now);
  if (!isHanded(access, discussion, now)) return [];

  await transaction(async (tx) => {
    const roomId = await openRoom(tx, address);
    await holdRoom(tx, roomId);
    const students = studentsOf(discussion);
    const { postFirst } = discussion.prompt;
    const circle = { courseId: access.courseId, promptId, roomId, students, postFirst };
    await fill(tx, access, { circle, instead: instead ?? null, now });
  });
  return handedTo(access, discussion, now);
}

/** Who talks in the room. */
function studentsOf({ ownGroupId, groups }: PromptDiscussion): Circle["students"] {
  if (ownGroupId) return { groups: { some: { groupId: ownGroupId } } };
  return { groups: { none: { groupId: { in: groups.map((group) => group.id) } } } };
}

interface Wish {
  circle: Circle;
  /** What is to be put away. */
  instead: Id | null;
  now: Date;
}

async function fill(tx: Transaction, access: CourseAccess, { circle, instead, now }: Wish): Promise<void> {
  const { membershipId } = access.actor;
  const inHand = await tx.handedResponse.findMany({
    where: { membershipId, promptId: circle.promptId, doneAt: null, response: { deletedAt: null } },
    select: { responseId: true },
  });
  const isHeld = inHand.some(({ responseId }) => responseId === instead);
  const room = IN_HAND - inHand.length;
  if (room <= 0 && !isHeld) return;

  const putAway = async (doneAt: Date | null) => {
    if (isHeld && instead) {
      await tx.handedResponse.updateMany({ where: { membershipId, responseId: instead }, data: { doneAt } });
    }
  };
  await putAway(now);
  const { pool, reader } = await poolFor(tx, circle, membershipId, now);
  const given = handOut(pool, reader, isHeld ? room + 1 : room);
  // What would have no other in its place stays.
  if (given.length === 0) await putAway(null);
  for (const [order, responseId] of given.entries()) {
    // A moment apart, so that the better one stays the first.
    await give(tx, access, { circle, responseId, now: new Date(now.getTime() + order) });
  }
}

async function give(
  tx: Transaction,
  access: CourseAccess,
  { circle, responseId, now }: { circle: Circle; responseId: Id; now: Date },
): Promise<void> {
  const { courseId } = access;
  const { membershipId } = access.actor;
  const { promptId } = circle;
  await tx.handedResponse.create({ data: { courseId, promptId, membershipId, responseId, at: now } });
  await recordEvent(tx, circle.roomId, {
    type: "response.handed",
    payload: { promptId },
    courseId,
    actorId: membershipId,
    subjectId: responseId,
    at: now,
  });
}
