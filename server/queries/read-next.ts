import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { distance, IN_HAND } from "@/domain/prompt/read-next";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { roomFacts } from "./discussion";
import { discussionOfPrompt, type PromptDiscussion } from "./prompt-discussion";
import { answersAmong, type ResponseView } from "./response";

/** An answer to read, and why this one. */
export interface HandedView {
  response: ResponseView;
  why: {
    /** It argues for another position than one's own answer. */
    unlike: boolean;
    /** Nobody has replied to it yet. */
    unanswered: boolean;
  };
}

/** Whether this person is given answers to read: students are, once they see any, and while they may reply. */
export const isHanded = (access: CourseAccess, discussion: PromptDiscussion, now: Date): boolean =>
  discussion.othersVisible &&
  can(access.actor, "response.write", roomFacts(discussion, discussion.ownGroupId), now);

/** The answers that this person has in hand, first given first. */
export async function handedTo(
  access: CourseAccess,
  discussion: PromptDiscussion,
  now: Date,
): Promise<HandedView[]> {
  if (!isHanded(access, discussion, now)) return [];
  const { membershipId } = access.actor;
  const handed = await db().handedResponse.findMany({
    where: {
      membershipId,
      promptId: discussion.prompt.id,
      doneAt: null,
      response: { deletedAt: null },
    },
    select: { responseId: true },
    orderBy: [{ at: "asc" }, { responseId: "asc" }],
    take: IN_HAND,
  });
  const place = new Map(handed.map(({ responseId }, at) => [responseId, at]));
  const views = await answersAmong(
    access,
    discussion,
    { OR: [{ id: { in: [...place.keys()] } }, { authorId: membershipId }] },
    now,
  );
  const own = views.find((view) => view.mine)?.positionId ?? null;
  const stand = (positionId: Id | null) => (positionId === null ? [] : [positionId]);
  return views
    .filter((view) => place.has(view.id))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .map((response) => ({
      response,
      why: {
        unlike: distance(stand(own), stand(response.positionId)) === 2,
        unanswered: response.replies === 0,
      },
    }));
}

/** What this person has in hand to read at a prompt; for staff and observers nothing. Six statements at most. */
export const nextToRead = async (access: CourseAccess, promptId: Id, now: Date): Promise<HandedView[]> =>
  handedTo(access, await discussionOfPrompt(access, promptId, now), now);
