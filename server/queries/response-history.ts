import { isStaff } from "@/domain/access/actor";
import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { roomFacts } from "./discussion";
import { findResponse } from "./response";

export interface ResponseState {
  version: number;
  body: string;
  positionId: Id | null;
  at: Date;
}

/**
 * What an answer has said, oldest first, the present last: for its author and for staff. What it said while it was a
 * draft stays its author's alone.
 */
export async function responseHistory(access: CourseAccess, id: Id, now: Date): Promise<ResponseState[]> {
  const { view, discussion, authorId, deleted } = await findResponse(access, id, now);
  const facts = { authorId, submitted: view.submittedAt !== null, deleted };
  if (!can(access.actor, "response.history", facts, roomFacts(discussion, view.groupId), now)) {
    refuse({ code: "not-allowed" });
  }
  const sincePosted = isStaff(access.actor) && !view.mine && view.submittedAt;
  const before = await db().responseVersion.findMany({
    where: { responseId: id, courseId: access.courseId, ...(sincePosted && { at: { gte: sincePosted } }) },
    select: { version: true, body: true, positionId: true, at: true },
    orderBy: { version: "asc" },
  });
  const { version, body, positionId, savedAt } = view;
  return [...before, { version, body, positionId, at: savedAt }];
}
