import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { type CourseDetails, codeFrom } from "@/domain/course/course";
import { addPattern, type FrameOrigin, type FramePattern } from "@/domain/frame/frame";
import { templateOf } from "@/domain/frame/templates";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { addTerms, keepFrame } from "@/server/adapters/frame-parts";
import type { SessionClaim } from "@/server/queries/course-access";
import { frameToCopy, type TermPattern } from "@/server/queries/frame";
import { personOf } from "@/server/queries/person";

/** Where the frame of a new course comes from; left out, it has none yet. */
export interface NewCourse extends CourseDetails {
  id: Id;
  frame?: FrameOrigin;
}

/**
 * Opens a course; whoever opens it is its instructor. Idempotent by id. Refuses `not-found` for a template that there
 * is not, and for the frame of a course where this person is not staff.
 */
export async function createCourse(
  claim: SessionClaim,
  { frame: origin = { kind: "none" }, ...details }: NewCourse,
  now: Date,
): Promise<{ id: Id }> {
  const person = await personOf(claim);
  const { terms, ...pattern } = await patternOf(person.id, origin);
  await transaction(async (tx) => {
    const { count } = await tx.course.createMany({
      data: { ...details, joinCode: codeFrom(randomBytes(8)), createdAt: now },
      skipDuplicates: true,
    });
    if (count === 0) {
      const mine = await tx.membership.findFirst({ where: { courseId: details.id, userId: person.id } });
      if (!mine) refuse({ code: "id-taken" });
      return;
    }
    const membershipId = uuidv7();
    await tx.membership.create({
      data: {
        id: membershipId,
        courseId: details.id,
        userId: person.id,
        role: "instructor",
        joinedAt: now,
      },
    });
    if (origin.kind !== "none") {
      await keepFrame(tx, details.id, addPattern({ positions: [], dimensions: [] }, pattern, uuidv7), now);
      await addTerms(tx, details.id, terms, now);
    }
    await recordAtDesk(tx, {
      type: "course.created",
      payload: { title: details.title },
      courseId: details.id,
      actorId: membershipId,
      subjectId: details.id,
      at: now,
    });
  });
  return { id: details.id };
}

async function patternOf(userId: Id, origin: FrameOrigin): Promise<FramePattern & { terms: TermPattern[] }> {
  if (origin.kind === "copy") return frameToCopy(userId, origin.courseId);
  if (origin.kind === "none") return { positions: [], dimensions: [], terms: [] };
  const template = templateOf(origin.key);
  if (!template) refuse({ code: "not-found" });
  return { ...template, terms: [] };
}
