import { type ExtensionFacts, extensionFor } from "@/domain/access/own-schedule";
import type { Transaction } from "@/server/adapters/db";
import { deskOf } from "./log";
import type { Talk } from "./talk";

interface DemoExtensionFacts extends ExtensionFacts {
  assignment: string;
}

function extensionsOf({ demo, ids, clock }: Talk): DemoExtensionFacts[] {
  return demo.extensions.map(({ assignment, student, group, dueDay, closesDay }) => ({
    assignment,
    studentId: student ? ids.of("member", student) : null,
    groupId: group ? ids.of("group", group) : null,
    dueAt: clock.at(dueDay, "23:59"),
    closesAt: clock.at(closesDay, "23:59"),
  }));
}

/** A student's own dates in an assignment. */
export function datesOf(talk: Talk, assignment: Talk["demo"]["assignments"][number], student: string) {
  const { demo, ids, clock } = talk;
  const group = demo.people.find((person) => person.key === student)?.group;
  const person = { membershipId: ids.of("member", student), groupIds: group ? [ids.of("group", group)] : [] };
  const own = extensionsOf(talk).filter((one) => one.assignment === assignment.key);
  const { dueAt, closesAt } = extensionFor(own, person) ?? {
    dueAt: clock.at(assignment.dueDay, "23:59"),
    closesAt: clock.at(assignment.closesDay, "23:59"),
  };
  return { dueAt, closesAt };
}

/** Other dates for those who asked for them, or needed them. */
export async function writeExtensions(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  const desk = await deskOf(tx, courseId);
  const rows = extensionsOf(talk).map(({ assignment, ...facts }, index) => {
    const { day = 0, by = "ines", reason = "" } = demo.extensions[index] ?? {};
    const createdAt = clock.moment(day);
    return {
      id: ids.make("extension", index, createdAt),
      courseId,
      assignmentId: ids.of("assignment", assignment),
      ...facts,
      reason,
      createdById: ids.of("member", by),
      createdAt,
    };
  });
  await tx.extension.createMany({ data: rows });
  for (const { id, assignmentId, createdById, createdAt } of rows) {
    log.record(desk, {
      type: "extension.saved",
      payload: { assignmentId, version: 1 },
      courseId,
      actorId: createdById,
      subjectId: id,
      at: createdAt,
    });
  }
}
