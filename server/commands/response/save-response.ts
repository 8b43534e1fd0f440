import { can } from "@/domain/access/policy";
import type { EventBody } from "@/domain/event";
import { keepsVersion, type ResponseText } from "@/domain/prompt/response";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { keepCitations } from "@/server/adapters/citations";
import { type Transaction, transaction } from "@/server/adapters/db";
import { openRoom, type RoomAddress, recordEvent } from "@/server/adapters/event-log";
import { type CitedParagraph, resolveCitations } from "@/server/queries/citation";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts, roomToWriteIn } from "@/server/queries/discussion";
import { checkPosition } from "@/server/queries/frame";
import { type OwnAnswer, ownAnswer } from "@/server/queries/own-answer";
import { discussionOfPrompt } from "@/server/queries/prompt-discussion";
import { findResponse, type ResponseView } from "@/server/queries/response";

/** A draft is seen by its author alone; what is posted stays posted, and is changed by posting again. */
type Purpose = "draft" | "post";

interface Saving {
  access: CourseAccess;
  input: ResponseText;
  purpose: Purpose;
  citations: CitedParagraph[];
  now: Date;
}

const stale = (held: Pick<OwnAnswer, "version" | "body">): never =>
  refuse({ code: "stale", current: { version: held.version, text: held.body } });

const isRepeat = (held: OwnAnswer, input: ResponseText, purpose: Purpose) =>
  held.id === input.id &&
  held.version === input.version + 1 &&
  held.body === input.body &&
  held.positionId === input.positionId &&
  (purpose === "draft" || held.submittedAt !== null);

/**
 * Keeps or posts this person's answer to a prompt; what it said before is kept. Idempotent by id and version. Refuses
 * `stale` with the newer text, also when another device has begun an answer to the same prompt.
 */
export async function saveResponse(
  access: CourseAccess,
  input: ResponseText,
  purpose: Purpose,
  now: Date,
): Promise<ResponseView> {
  const discussion = await discussionOfPrompt(access, input.promptId, now);
  const address = roomToWriteIn(access, discussion, null);
  const held = await ownAnswer(access, input.promptId);
  // Sent again because the first answer was lost, perhaps after the close: it is there, and that is the answer.
  if (held && isRepeat(held, input, purpose)) return ownView(access, input, now);
  if (!can(access.actor, "response.write", roomFacts(discussion, address.groupId), now)) {
    mayWrite(access, discussion, address.groupId, now);
    refuse({ code: "not-allowed" });
  }
  // A position taken before it was taken out of the frame may be held on to.
  if (held?.positionId !== input.positionId) await checkPosition(access, input.positionId);
  if (held) {
    if (held.id !== input.id || held.version !== input.version) stale(held);
    if (purpose === "draft" && held.submittedAt) refuse({ code: "not-allowed" });
  }
  const citations = await resolveCitations(
    access,
    input.body,
    now,
    held && { text: held.body, citations: held.citations },
  );
  const saving: Saving = { access, input, purpose, citations, now };
  await transaction(async (tx) => {
    await giveAliases(
      tx,
      { ...discussion.assignment, courseId: access.courseId },
      access.actor.role === "student" ? [access.actor.membershipId] : [],
    );
    return held ? revise(tx, saving, held, address) : begin(tx, saving, address);
  });
  return ownView(access, input, now);
}

/** What stands under an id that was just saved; refuses `id-taken` when it is anything but one's own answer here. */
async function ownView(access: CourseAccess, input: ResponseText, now: Date): Promise<ResponseView> {
  const { view, deleted } = await findResponse(access, input.id, now);
  const isAnswer = view.mine && view.promptId === input.promptId && view.parentId === null;
  if (!isAnswer) refuse({ code: "id-taken" });
  if (deleted) refuse({ code: "deleted" });
  return view;
}

async function begin(tx: Transaction, saving: Saving, address: RoomAddress): Promise<void> {
  const { access, input, purpose, citations, now } = saving;
  const roomId = await openRoom(tx, address);
  const { count } = await tx.response.createMany({
    data: {
      id: input.id,
      courseId: access.courseId,
      roomId,
      promptId: input.promptId,
      authorId: access.actor.membershipId,
      positionId: input.positionId,
      body: input.body,
      createdAt: now,
      submittedAt: purpose === "post" ? now : null,
    },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await keepCitations(tx, { courseId: access.courseId, responseId: input.id }, citations);
  await record(tx, roomId, saving, 1, purpose === "post");

  // The event holds the room's lock until the commit, so of two answers begun at once the later one sees the other.
  const other = await tx.response.findFirst({
    where: {
      courseId: access.courseId,
      promptId: input.promptId,
      authorId: access.actor.membershipId,
      parentId: null,
      deletedAt: null,
      id: { not: input.id },
    },
    select: { version: true, body: true },
  });
  if (other) stale(other);
}

async function revise(tx: Transaction, saving: Saving, held: OwnAnswer, address: RoomAddress): Promise<void> {
  const { access, input, purpose, citations, now } = saving;
  // What was posted stays with what was said to it; a draft goes where its author is by now.
  const roomId = held.submittedAt ? held.roomId : await openRoom(tx, address);
  const { count } = await tx.response.updateMany({
    where: { id: held.id, version: held.version, deletedAt: null },
    data: {
      roomId,
      body: input.body,
      positionId: input.positionId,
      version: { increment: 1 },
      submittedAt: purpose === "post" ? (held.submittedAt ?? now) : null,
      // The moment of posting is `submittedAt`; what a draft went through before is not told.
      editedAt: purpose === "post" && !held.submittedAt ? null : now,
    },
  });
  if (count === 0) {
    const newer = await ownAnswer(access, input.promptId);
    // The same change, which arrived twice at once, has been made.
    if (newer && isRepeat(newer, input, purpose)) return;
    stale(newer ?? refuse({ code: "deleted" }));
  }
  await keepVersion(tx, saving, held);
  await keepCitations(tx, { courseId: access.courseId, responseId: held.id }, citations);
  await record(tx, roomId, saving, held.version + 1, purpose === "post" && !held.submittedAt);
}

async function keepVersion(
  tx: Transaction,
  { access, purpose, now }: Saving,
  held: OwnAnswer,
): Promise<void> {
  const wasPosted = held.submittedAt !== null;
  const newest =
    purpose === "draft"
      ? await tx.responseVersion.findFirst({
          where: { responseId: held.id },
          select: { at: true },
          orderBy: { version: "desc" },
        })
      : null;
  if (!keepsVersion({ purpose, wasPosted, keptAt: newest?.at ?? held.createdAt, now })) return;
  await tx.responseVersion.create({
    data: {
      responseId: held.id,
      courseId: access.courseId,
      version: held.version,
      body: held.body,
      positionId: held.positionId,
      at: held.editedAt ?? held.submittedAt ?? held.createdAt,
    },
  });
}

function record(tx: Transaction, roomId: string, saving: Saving, version: number, isFirstPosting: boolean) {
  const { access, input, now } = saving;
  const event: EventBody = isFirstPosting
    ? { type: "response.submitted", payload: { version, promptId: input.promptId } }
    : { type: "response.saved", payload: { version } };
  return recordEvent(tx, roomId, {
    ...event,
    courseId: access.courseId,
    actorId: access.actor.membershipId,
    subjectId: input.id,
    at: now,
  });
}
