import type { EventBody } from "@/domain/event";
import type { Transaction } from "@/server/adapters/db";
import { deskOf } from "./log";
import type { Talk } from "./talk";

/** What was there before anybody wrote: how the course, its people and its texts came, in the order in which they did. */
export async function writeBeginnings(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log, texts } = talk;
  const desk = await deskOf(tx, courseId);
  const { course, people } = demo;
  const ines = ids.of("member", "ines");
  const record = (day: number, subjectId: string, event: EventBody, actorId = ines) =>
    log.record(desk, { ...event, courseId, actorId, subjectId, at: clock.moment(day) });

  record(-30, courseId, { type: "course.created", payload: { title: course.title } });
  for (const { key, role } of people) {
    const memberId = ids.of("member", key);
    if (memberId !== ines) record(-28, memberId, { type: "member.joined", payload: { role } }, memberId);
  }
  for (const { name, groups } of course.sections) {
    const sectionId = ids.of("section", name);
    const students = people.filter(({ group }) => group !== null && groups.includes(group)).length;
    record(-27.5, sectionId, { type: "section.saved", payload: { name } });
    record(-27.5, sectionId, { type: "section.filled", payload: { students } });
  }
  record(-27.4, ids.of("group set", "demo"), { type: "groups.saved", payload: { version: 1 } });
  for (const { key, group } of people) {
    if (group === null) continue;
    const groupId = ids.of("group", group);
    record(-27.4, ids.of("member", key), { type: "groups.joined", payload: { groupId } });
  }
  for (const { key, title } of demo.readings) {
    const sourceId = ids.of("source", key);
    const versionId = ids.of("version", key);
    const paragraphs = texts.get(key)?.length ?? 0;
    record(-27, sourceId, { type: "source.imported", payload: { title, paragraphs } });
    record(-26, sourceId, { type: "source.published", payload: { versionId, number: 1 } });
  }
  for (const { key, title } of demo.rubrics)
    record(-26, ids.of("rubric", key), { type: "rubric.created", payload: { title } });
  record(-26, courseId, { type: "categories.saved", payload: { version: 2 } });
  for (const { key, title } of demo.assignments) {
    const assignmentId = ids.of("assignment", key);
    record(-26, assignmentId, { type: "assignment.created", payload: { title } });
    record(-26, assignmentId, { type: "assignment.published", payload: {} });
  }
}
