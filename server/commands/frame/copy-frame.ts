import { v7 as uuidv7 } from "uuid";
import { addPattern, frameAsText, nameKey } from "@/domain/frame/frame";
import type { Id } from "@/domain/id";
import { MOST_TERMS } from "@/domain/prompt/term-input";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { addTerms, keepFrame } from "@/server/adapters/frame-parts";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { type FrameView, frameOf, frameToCopy } from "@/server/queries/frame";

/**
 * Adds to the frame what another course's has beyond it, and that course's terms, all with ids of their own: done
 * twice, it adds nothing. Refuses `not-found` unless this person is staff there, and `stale` when somebody saves the
 * frame at the same moment.
 */
export async function copyFrame(access: CourseAccess, fromCourseId: Id, now: Date): Promise<FrameView> {
  authorize(access, "frame.write");
  const { courseId, userId, actor } = access;
  const pattern = await frameToCopy(userId, fromCourseId);
  const before = await frameOf(access);
  const frame = addPattern(before, pattern, uuidv7);
  await transaction(async (tx) => {
    const held = await tx.term.findMany({ where: { courseId }, select: { name: true, removedAt: true } });
    const known = new Set(held.flatMap(({ name, removedAt }) => (removedAt ? [] : [nameKey(name)])));
    const terms = pattern.terms
      .filter(({ name }) => !known.has(nameKey(name)))
      .slice(0, Math.max(0, MOST_TERMS - held.length));
    const adds =
      frame.positions.length > before.positions.length ||
      frame.dimensions.length > before.dimensions.length ||
      terms.length > 0;
    if (!adds) return;
    const { count } = await tx.course.updateMany({
      where: { id: courseId, frameVersion: before.version },
      data: { frameVersion: { increment: 1 } },
    });
    if (count === 0) {
      const standing = await frameOf(access);
      refuse({ code: "stale", current: { version: standing.version, text: frameAsText(standing) } });
    }
    await keepFrame(tx, courseId, frame, now);
    await addTerms(tx, courseId, terms, now);
    await recordAtDesk(tx, {
      type: "frame.revised",
      payload: { version: before.version + 1 },
      courseId,
      actorId: actor.membershipId,
      subjectId: courseId,
      at: now,
    });
  });
  return frameOf(access);
}
