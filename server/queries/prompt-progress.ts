import type { Id } from "@/domain/id";
import { factsOfChips, repliesWritten, standingOf } from "@/domain/prompt/requirements";
import { db } from "@/server/adapters/db";
import { chipFields, chipsOf, entryOf } from "./citation";
import type { CourseAccess } from "./course-access";
import { openAssignments } from "./openness";
import { asksOf, promptFacts } from "./prompt-discussion";
import { roomScope } from "./scope";

/** How far somebody is with one prompt. */
export interface PromptProgress {
  promptId: Id;
  /** Things that this person's own answer lacks; null where there is none. */
  missing: number | null;
  /** Replies that are still owed. */
  repliesOwed: number;
  /** Others' answers that this person may see and has not read. */
  unread: number;
}

/** How far this person is with each prompt that is open to them. Four statements. */
export async function promptProgress(access: CourseAccess, now: Date): Promise<PromptProgress[]> {
  const { actor, courseId } = access;
  const { membershipId } = actor;
  const open = (await openAssignments(access, now)).flatMap((assignment) => assignment.prompts);
  const shown = open.filter((prompt) => prompt.showsOthers).map((prompt) => prompt.id);
  const { responses: _posted, ...facts } = promptFacts(access);
  const rows = await db().prompt.findMany({
    where: { courseId, id: { in: open.map((prompt) => prompt.id) } },
    select: {
      ...facts,
      responses: {
        where: { authorId: membershipId, deletedAt: null },
        select: {
          id: true,
          parentId: true,
          positionId: true,
          body: true,
          citations: { select: chipFields, orderBy: { position: "asc" } },
        },
      },
    },
    orderBy: { position: "asc" },
  });
  const unread = await db().response.groupBy({
    by: ["promptId"],
    where: {
      courseId,
      promptId: { in: shown },
      parentId: null,
      deletedAt: null,
      submittedAt: { not: null },
      authorId: { not: membershipId },
      seen: { none: { membershipId } },
      room: roomScope(actor),
    },
    _count: { _all: true },
  });
  const unreadOf = new Map(unread.map((row) => [row.promptId, row._count._all]));

  return rows.map(({ responses, ...row }) => {
    const asks = asksOf(row);
    const own = responses.find((each) => each.parentId === null);
    const written = repliesWritten(responses.map((each) => ({ ...each, mine: true })));
    const chips = own ? chipsOf(own.citations, entryOf(actor, now)) : [];
    return {
      promptId: row.id,
      missing: own
        ? standingOf(own.body, asks, { ...factsOfChips(own.body, chips), positionTaken: own.positionId })
            .missing
        : null,
      repliesOwed: actor.role === "student" ? Math.max(0, asks.repliesMin - written) : 0,
      unread: unreadOf.get(row.id) ?? 0,
    };
  });
}
