import { can } from "@/domain/access/policy";
import type { Signal } from "@/domain/comment/comment";
import { findMentions } from "@/domain/comment/mention";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { findComment } from "./comment";
import type { CourseAccess } from "./course-access";
import { roomFacts } from "./discussion";
import { namingFor, toldText, voiceFields } from "./voice";

export interface CommentState {
  version: number;
  body: string;
  signal: Signal | null;
  at: Date;
}

/** Whom texts name, those included who are not named in the last one any more. */
async function everyMention(access: CourseAccess, states: readonly { body: string }[]) {
  const people = await db().membership.findMany({
    where: { courseId: access.courseId, role: "student" },
    select: voiceFields.select,
  });
  const named = people.map(({ id, user }) => ({ key: id, name: user.name }));
  const text = states.map(({ body }) => body).join("\n");
  return findMentions(text, named).map(({ key, words }) => ({
    words,
    membership: { id: key, role: "student" as const },
  }));
}

/** What a comment has said, oldest first, the present last: for its author and for staff. */
export async function historyOf(access: CourseAccess, id: Id, now: Date): Promise<CommentState[]> {
  const { row, facts, discussion } = await findComment(access, id, now);
  if (!can(access.actor, "comment.history", facts, roomFacts(discussion, row.room.groupId), now)) {
    refuse({ code: "not-allowed" });
  }
  const before = await db().commentVersion.findMany({
    where: { commentId: id, courseId: access.courseId },
    select: { version: true, body: true, signal: true, at: true },
    orderBy: { version: "asc" },
  });
  const { version, body, signal } = row;
  const states = [...before, { version, body, signal, at: row.editedAt ?? row.createdAt }];
  const naming = namingFor(access, discussion);
  const mentions = naming.hidden ? await everyMention(access, states) : [];
  return states.map((state) => ({ ...state, body: toldText(naming, state.body, mentions) }));
}
