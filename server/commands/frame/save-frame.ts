import { type FrameDraft, type FrameSave, frameAsText } from "@/domain/frame/frame";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { type Transaction, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { keepFrame } from "@/server/adapters/frame-parts";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { type FrameView, frameOf } from "@/server/queries/frame";

/**
 * Saves the frame as a whole. What is left out is taken out of it: deleted where nothing hangs on it, else archived
 * with all that does; sent again, it is put back. Refuses `stale` with the newer frame when somebody has saved
 * meanwhile.
 */
export async function saveFrame(access: CourseAccess, input: FrameSave, now: Date): Promise<FrameView> {
  authorize(access, "frame.write");
  const { courseId, actor } = access;
  const before = await frameOf(access);
  if (saysAsMuch(before, input)) return before;
  await transaction(async (tx) => {
    const { count } = await tx.course.updateMany({
      where: { id: courseId, frameVersion: input.version },
      data: { frameVersion: { increment: 1 } },
    });
    if (count === 0) return;
    await mustBeFree(tx, courseId, input.frame);
    await keepFrame(tx, courseId, input.frame, now);
    await recordAtDesk(tx, {
      type: "frame.revised",
      payload: { version: input.version + 1 },
      courseId,
      actorId: actor.membershipId,
      subjectId: courseId,
      at: now,
    });
  });
  // Read again: another save may have come first, or this one before.
  const standing = await frameOf(access);
  if (saysAsMuch(standing, input)) return standing;
  return refuse({ code: "stale", current: { version: standing.version, text: frameAsText(standing) } });
}

/** Whether the frame stands as this save leaves it: just saved, or by the same save sent before. */
const saysAsMuch = (standing: FrameView, input: FrameSave) =>
  standing.version === input.version + 1 && isSame(standing, input.frame);

/** Ids come from a browser: none may belong to another course. */
async function mustBeFree(tx: Transaction, courseId: Id, frame: FrameDraft): Promise<void> {
  const elsewhere = { courseId: { not: courseId } };
  const taken =
    (await tx.position.count({ where: { id: { in: frame.positions.map(({ id }) => id) }, ...elsewhere } })) +
    (await tx.dimension.count({ where: { id: { in: frame.dimensions.map(({ id }) => id) }, ...elsewhere } }));
  if (taken > 0) refuse({ code: "id-taken" });
}

/** Whether a save that is sent again finds what it left. */
function isSame(one: FrameDraft, other: FrameDraft): boolean {
  const shape = ({ positions, dimensions }: FrameDraft) =>
    JSON.stringify([
      positions.map(({ id, name, short, line, account, sources, colour }) => [
        id,
        name,
        short,
        line,
        account,
        sources,
        colour,
      ]),
      dimensions.map(({ id, name, question }) => [id, name, question]),
    ]);
  return shape(one) === shape(other);
}
