import { can } from "@/domain/access/policy";
import type { Signal } from "@/domain/comment/comment";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { findComment } from "./comment";
import type { CourseAccess } from "./course-access";
import { roomFacts } from "./discussion";

export interface CommentState {
  version: number;
  body: string;
  signal: Signal | null;
  at: Date;
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
  return [...before, { version, body, signal, at: row.editedAt ?? row.createdAt }];
}
