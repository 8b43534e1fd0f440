import type { ExtensionSave } from "@/domain/assignment/extension";
import { refuse } from "@/domain/refusal";
import { db, type Transaction, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { type ExtensionView, findExtension } from "@/server/queries/extension";

/** Refuses `not-found` unless all that it names is the course's, and `dates-out-of-order`. */
async function check(access: CourseAccess, input: ExtensionSave): Promise<void> {
  const { courseId } = access;
  const { assignmentId, studentId, groupId, dueAt, closesAt } = input;
  const assignment = await db().assignment.findUnique({
    where: { id: assignmentId, courseId },
    select: { opensAt: true },
  });
  const found = studentId
    ? await db().membership.count({ where: { id: studentId, courseId, role: "student" } })
    : await db().group.count({ where: { id: groupId ?? "", courseId } });
  if (!assignment || found === 0) refuse({ code: "not-found" });
  if (assignment.opensAt > dueAt || dueAt > closesAt) refuse({ code: "dates-out-of-order" });
}

/** Whether the extension stands as this save leaves it: just saved, or by the same save sent before. */
const saysAsMuch = (held: ExtensionView, input: ExtensionSave) =>
  held.id === input.id &&
  held.version === input.version + 1 &&
  held.assignmentId === input.assignmentId &&
  (held.student?.id ?? null) === input.studentId &&
  (held.group?.id ?? null) === input.groupId &&
  held.dueAt.getTime() === input.dueAt.getTime() &&
  held.closesAt.getTime() === input.closesAt.getTime() &&
  held.reason === input.reason;

async function write(tx: Transaction, access: CourseAccess, input: ExtensionSave, now: Date) {
  const { courseId, actor } = access;
  const { id, version, assignmentId, studentId, groupId, dueAt, closesAt, reason } = input;
  const dates = { dueAt, closesAt, reason };
  if (version > 0) {
    return tx.extension.updateMany({
      where: { id, courseId, assignmentId, studentId, groupId, version },
      data: { ...dates, version: { increment: 1 } },
    });
  }
  return tx.extension.createMany({
    data: {
      ...dates,
      id,
      courseId,
      assignmentId,
      studentId,
      groupId,
      createdById: actor.membershipId,
      createdAt: now,
    },
    skipDuplicates: true,
  });
}

/**
 * Gives a student or a group other dates, or changes those that were given. Refuses `stale` with what stands where
 * somebody else has meanwhile; the one under a new id that finds another for the same student or group as well.
 */
export async function saveExtension(
  access: CourseAccess,
  input: ExtensionSave,
  now: Date,
): Promise<ExtensionView> {
  authorize(access, "extension.give");
  await check(access, input);
  await transaction(async (tx) => {
    const { count } = await write(tx, access, input, now);
    if (count === 0) return;
    await recordAtDesk(tx, {
      type: "extension.saved",
      payload: { assignmentId: input.assignmentId, version: input.version + 1 },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  const held = await findExtension(access, { id: input.id });
  if (held && saysAsMuch(held, input)) return held;
  const { assignmentId, studentId, groupId } = input;
  const other = held ?? (await findExtension(access, { assignmentId, studentId, groupId }));
  if (other) refuse({ code: "stale", current: { version: other.version, text: other.reason } });
  return refuse({ code: input.version > 0 ? "not-found" : "id-taken" });
}
