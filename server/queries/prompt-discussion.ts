import { answersVisible } from "@/domain/access/discussion";
import type { Id } from "@/domain/id";
import type { Requirements } from "@/domain/prompt/requirements";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type DiscussionFacts, discussionOf } from "./discussion";

/** Selects how many positions there are to be cited for. */
export const frameSize = { _count: { select: { positions: { where: { removedAt: null } } } } } as const;

/** Selects what decides who sees which answers to a prompt, and what it asks of them. */
export const promptFacts = (access: CourseAccess) =>
  ({
    id: true,
    assignmentId: true,
    kind: true,
    wordsMin: true,
    wordsMax: true,
    citationsMin: true,
    readingsMin: true,
    positionsMin: true,
    repliesMin: true,
    // What has been taken out of the frame is not asked for any more.
    positions: {
      where: { position: { removedAt: null } },
      select: { positionId: true },
      orderBy: { position: { position: "asc" } },
    },
    course: { select: frameSize },
    postFirst: true,
    pseudonyms: true,
    wholeClass: true,
    responses: {
      where: {
        authorId: access.actor.membershipId,
        parentId: null,
        deletedAt: null,
        submittedAt: { not: null },
      },
      select: { id: true },
      take: 1,
    },
  }) as const satisfies Prisma.PromptSelect;

interface PromptRow extends Omit<Requirements, "positions" | "inFrame"> {
  id: Id;
  assignmentId: Id;
  positions: readonly { positionId: Id }[];
  course: { _count: { positions: number } };
  postFirst: boolean;
  pseudonyms: boolean;
  wholeClass: boolean;
  /** This person's own, where it is posted and stands. */
  responses: readonly { id: Id }[];
}

export const asksOf = (row: Omit<PromptRow, "responses">): Requirements => ({
  kind: row.kind,
  wordsMin: row.wordsMin,
  wordsMax: row.wordsMax,
  citationsMin: row.citationsMin,
  readingsMin: row.readingsMin,
  positionsMin: Math.min(row.positionsMin, row.course._count.positions),
  positions: row.positions.map(({ positionId }) => positionId),
  repliesMin: row.repliesMin,
  inFrame: row.course._count.positions,
});

/**
 * A prompt's conversation as one person finds it: its assignment's, with the prompt's own say in who talks with whom,
 * under which names, and from when on others' answers show.
 */
export interface PromptDiscussion extends DiscussionFacts {
  prompt: Pick<PromptRow, "id" | "postFirst" | "pseudonyms" | "wholeClass">;
  asks: Requirements;
  /** Whether others' words show in the assignment at all. */
  assignmentShows: boolean;
  /** This person's own answer is posted and stands. */
  ownPosted: boolean;
}

/** Two statements. Refuses as `discussionOf`. */
export async function promptDiscussion(
  access: CourseAccess,
  prompt: PromptRow,
  now: Date,
): Promise<PromptDiscussion> {
  const whole = await discussionOf(
    access,
    prompt.assignmentId,
    now,
    prompt.pseudonyms ? "pseudonyms" : undefined,
  );
  const ownPosted = prompt.responses.length > 0;
  return {
    ...whole,
    ...(prompt.wholeClass && { groups: [], ownGroupId: null }),
    prompt,
    asks: asksOf(prompt),
    ownPosted,
    assignmentShows: whole.othersVisible,
    othersVisible: answersVisible(whole.othersVisible, prompt, ownPosted),
  };
}

/** The conversation a prompt belongs to. Refuses `not-found` where the prompt may not be seen. */
export async function discussionOfPrompt(
  access: CourseAccess,
  promptId: Id,
  now: Date,
): Promise<PromptDiscussion> {
  const prompt = await db().prompt.findUnique({
    where: { id: promptId, courseId: access.courseId },
    select: promptFacts(access),
  });
  return promptDiscussion(access, prompt ?? refuse({ code: "not-found" }), now);
}
