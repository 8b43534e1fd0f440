import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { type CitedParagraph, citedFields } from "./citation";
import type { CourseAccess } from "./course-access";

/** This person's own answer to a prompt, or null. A second one is never made. */
export async function ownAnswer(access: CourseAccess, promptId: Id): Promise<OwnAnswer | null> {
  return db().response.findFirst({
    where: {
      courseId: access.courseId,
      promptId,
      authorId: access.actor.membershipId,
      parentId: null,
      deletedAt: null,
    },
    select: {
      id: true,
      roomId: true,
      body: true,
      positionId: true,
      version: true,
      createdAt: true,
      submittedAt: true,
      editedAt: true,
      citations: { select: citedFields, orderBy: { position: "asc" } },
    },
    orderBy: { createdAt: "asc" },
  });
}

export interface OwnAnswer {
  id: Id;
  roomId: Id;
  body: string;
  positionId: Id | null;
  version: number;
  createdAt: Date;
  submittedAt: Date | null;
  /** When it was last changed, also as a draft; null for what stands as it was first kept or posted. */
  editedAt: Date | null;
  citations: CitedParagraph[];
}
