import type { ExtensionWithdrawal } from "@/domain/assignment/extension";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findExtension, wasWithdrawn } from "@/server/queries/extension";

/** Takes an extension back: from now on the class's dates hold. Refuses `stale` when it was changed meanwhile. */
export async function withdrawExtension(
  access: CourseAccess,
  input: ExtensionWithdrawal,
  now: Date,
): Promise<{ id: Id }> {
  authorize(access, "extension.give");
  const { courseId, actor } = access;
  const { id, version } = input;
  const held = await findExtension(access, { id });
  if (!held) {
    if (await wasWithdrawn(access, id)) return { id };
    refuse({ code: "not-found" });
  }
  const { count } = await transaction(async (tx) => {
    const gone = await tx.extension.deleteMany({ where: { id, courseId, version } });
    if (gone.count > 0) {
      await recordAtDesk(tx, {
        type: "extension.withdrawn",
        payload: {
          assignmentId: held.assignmentId,
          studentId: held.student?.id ?? null,
          groupId: held.group?.id ?? null,
        },
        courseId,
        actorId: actor.membershipId,
        subjectId: id,
        at: now,
      });
    }
    return gone;
  });
  if (count > 0 || (await wasWithdrawn(access, id))) return { id };
  const standing = (await findExtension(access, { id })) ?? held;
  return refuse({ code: "stale", current: { version: standing.version, text: standing.reason } });
}
