import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { can } from "@/domain/access/policy";
import { db } from "@/server/adapters/db";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { reactToComment } from "@/server/commands/comment/react-to-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { saveResponse } from "@/server/commands/response/save-response";
import { makeCourse, today } from "@/server/testing/cast";
import { commentsByIds, factsOfRow } from "./comment";
import { discussionOfReading, roomFacts } from "./discussion";
import { eventsAfter, frameOf } from "./room-event";
import { namingFor } from "./voice";

async function makeTalk() {
  const cast = await makeCourse();
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { names: "pseudonyms" } });
  const written = {
    id: uuidv7(),
    readingId: cast.readingId,
    paragraphId: null,
    passage: null,
    signal: "question" as const,
    audience: "group" as const,
    body: "Whose?",
  };
  const root = await postComment(cast.ada, written, today);
  const reply = await replyToComment(
    cast.liming,
    { id: uuidv7(), parentId: root.id, body: "Theirs." },
    today,
  );
  await reactToComment(cast.liming, { id: root.id, reaction: "same", on: true }, today);
  const answer = { id: uuidv7(), promptId: cast.promptId, version: 0, positionId: null, body: "Of all." };
  await saveResponse(cast.ada, answer, "post", today);
  await deleteComment(cast.liming, reply.id, today);
  return { cast, root, reply };
}

it("tells a room's events in order from any number on, each with its comment as it stands", async () => {
  const { root, reply } = await makeTalk();
  const all = await eventsAfter(root.roomId, 0, 100);
  expect(all.map(({ seq, type, comment }) => ({ seq, type, id: comment?.id ?? null }))).toEqual([
    { seq: 1, type: "comment.posted", id: root.id },
    { seq: 2, type: "comment.posted", id: reply.id },
    { seq: 3, type: "comment.reacted", id: root.id },
    { seq: 4, type: "response.submitted", id: null },
    { seq: 5, type: "comment.deleted", id: reply.id },
  ]);
  expect(all[1]?.comment).toMatchObject({ deletedAt: today, body: "" });
  expect(await eventsAfter(root.roomId, 2, 2)).toEqual(all.slice(2, 4));
  expect(await eventsAfter(root.roomId, 5, 10)).toEqual([]);
  expect(await eventsAfter(uuidv7(), 0, 10)).toEqual([]);
});

it("makes of an event the same comment that a query gives, in the names its reader is told", async () => {
  const { cast, root } = await makeTalk();
  const [posted] = await eventsAfter(root.roomId, 0, 1);
  for (const access of [cast.liming, cast.instructor]) {
    const discussion = await discussionOfReading(access, cast.readingId, today);
    const comment = posted?.comment;
    if (!posted || !comment) throw new Error("the first event is of a comment");
    const frame = frameOf(root.roomId, { ...posted, comment }, namingFor(access, discussion), today);
    expect([frame.comment]).toEqual(await commentsByIds(access, discussion, [root.id]));
    expect(frame).toMatchObject({ room: root.roomId, seq: 1, actor: frame.comment.author.key });
    const tells = JSON.stringify(frame).includes(cast.ada.actor.membershipId);
    expect(tells).toBe(access === cast.instructor);
    const room = roomFacts(discussion, comment.room.groupId);
    expect(can(access.actor, "comment.see", factsOfRow(comment), room, today)).toBe(true);
    expect(can(cast.stranger.actor, "comment.see", factsOfRow(comment), room, today)).toBe(false);
  }
});
