import { sharedOut } from "@/domain/grading/queue-shares";
import type { Transaction } from "@/server/adapters/db";
import { deskOf } from "./log";
import type { Talk } from "./talk";

/** Who grades whom in the assignment that is being graded: the groups by turns to the two graders. */
export async function writeShares(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  const week = demo.assignments.find((one) => one.state === "grading");
  if (!week) return;
  const assignmentId = ids.of("assignment", week.key);
  const graders = [ids.of("member", "ines"), ids.of("member", "tomasz")];
  const students = demo.course.groups.flatMap((group) =>
    demo.people
      .filter((person) => person.group === group)
      .map((person) => ({ id: ids.of("member", person.key), group })),
  );
  await tx.graderShare.createMany({
    data: sharedOut(students, graders, "group").map((share) => ({ ...share, assignmentId, courseId })),
  });
  log.record(await deskOf(tx, courseId), {
    type: "grade.shared-out",
    payload: { graders: graders.length },
    courseId,
    actorId: ids.of("member", "ines"),
    subjectId: assignmentId,
    at: clock.moment(week.dueDay + 2.5),
  });
}
