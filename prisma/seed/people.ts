import { codeFrom } from "@/domain/course/course";
import type { Transaction } from "@/server/adapters/db";
import type { DemoClock } from "./clock";
import type { Demo } from "./content/types";
import type { Ids } from "./ids";

/** The course, its people, its sections and its groups. Everybody's password is the same, so it is hashed once. */
export async function writePeople(
  tx: Transaction,
  demo: Demo,
  ids: Ids,
  clock: DemoClock,
  passwordHash: string,
) {
  const { course, people } = demo;
  const courseId = ids.make("course", "demo");
  const { groups, sections, categories: _, joinCode, ...details } = course;
  await tx.course.create({
    data: {
      id: courseId,
      ...details,
      joinCode: joinCode || codeFrom(crypto.getRandomValues(new Uint8Array(8))),
      createdAt: clock.moment(-30),
    },
  });
  await tx.section.createMany({
    data: sections.map(({ name }) => ({ id: ids.make("section", name), courseId, name })),
  });
  const sectionOf = new Map(
    sections.flatMap(({ name, groups: held }) =>
      held.map((group) => [group, ids.of("section", name)] as const),
    ),
  );
  const users = people.map((person) => ({
    id: ids.make("user", person.key),
    email: person.email,
    name: person.name,
    passwordHash,
    demo: true,
    createdAt: clock.moment(-30),
  }));
  await tx.user.createMany({ data: users });
  await tx.membership.createMany({
    data: people.map((person) => ({
      id: ids.make("member", person.key),
      courseId,
      userId: ids.of("user", person.key),
      role: person.role,
      sectionId: person.group && sectionOf.get(person.group),
      joinedAt: clock.moment(-28),
    })),
  });
  const groupSetId = ids.make("group set", "demo");
  await tx.groupSet.create({ data: { id: groupSetId, courseId, name: "Seminar groups" } });
  await tx.group.createMany({
    data: groups.map((name, index) => ({
      id: ids.make("group", name),
      courseId,
      groupSetId,
      name,
      position: index + 1,
    })),
  });
  await tx.groupMember.createMany({
    data: people.flatMap(({ key, group }) =>
      group === null
        ? []
        : [{ courseId, groupSetId, groupId: ids.of("group", group), membershipId: ids.of("member", key) }],
    ),
  });
  return courseId;
}
