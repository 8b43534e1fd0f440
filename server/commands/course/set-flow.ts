import type { FlowSettings } from "@/domain/prompt/stance";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/** Whether the class is shown how it moved, and how small a group may be counted. The last word holds. */
export async function setFlow(
  access: CourseAccess,
  settings: FlowSettings,
  now: Date,
): Promise<FlowSettings> {
  authorize(access, "course.manage");
  const { showsFlow, smallestGroup } = settings;
  await transaction(async (tx) => {
    const { count } = await tx.course.updateMany({
      where: { id: access.courseId, NOT: { showsFlow, smallestGroup } },
      data: { showsFlow, smallestGroup },
    });
    if (count === 0) return;
    await recordAtDesk(tx, {
      type: "course.revised",
      payload: {},
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: access.courseId,
      at: now,
    });
  });
  return { showsFlow, smallestGroup };
}
