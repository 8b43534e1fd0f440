import type { Role } from "@/domain/access/actor";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { giveAliasesTo } from "@/server/adapters/aliases";
import { transaction } from "@/server/adapters/db";
import { openRoom, recordEvent } from "@/server/adapters/event-log";
import { placeStudent, releaseStudent } from "@/server/adapters/groups";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

export interface MemberChange {
  membershipId: Id;
  role: Role;
  withdrawn: boolean;
}

/** Changes a person's role, or takes them off the roster and back. A course keeps at least one instructor. */
export async function changeMember(access: CourseAccess, input: MemberChange, now: Date): Promise<void> {
  authorize(access, "people.manage");
  const { courseId, actor } = access;
  await transaction(async (tx) => {
    // The desk's row lock puts changes to the roster in a row: two cannot each remove the last instructor but one.
    const desk = await openRoom(tx, { courseId, assignmentId: null, groupId: null });
    await recordEvent(tx, desk, {
      ...(input.withdrawn
        ? { type: "member.withdrawn" as const, payload: {} }
        : { type: "member.changed" as const, payload: { role: input.role } }),
      courseId,
      actorId: actor.membershipId,
      subjectId: input.membershipId,
      at: now,
    });
    const { count } = await tx.membership.updateMany({
      where: { id: input.membershipId, courseId },
      data: { role: input.role, withdrawnAt: input.withdrawn ? now : null },
    });
    if (count === 0) refuse({ code: "not-found" });
    const act = { courseId, actorId: actor.membershipId, at: now };
    const isStudent = input.role === "student";
    if (isStudent) await giveAliasesTo(tx, courseId, input.membershipId);
    if (isStudent && !input.withdrawn) await placeStudent(tx, input.membershipId, act);
    else await releaseStudent(tx, input.membershipId, isStudent, act);
    const instructors = await tx.membership.count({
      where: { courseId, role: "instructor", withdrawnAt: null },
    });
    if (instructors === 0) refuse({ code: "last-instructor" });
  });
}
