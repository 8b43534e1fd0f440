import { v7 as uuidv7 } from "uuid";
import { db } from "@/server/adapters/db";
import type { Scene } from "./scene";

/** As many sections, sets and groups of the automatic set as there are students; each stands in one of them. */
export async function addGroups(scene: Scene, students: string[]): Promise<void> {
  const { courseId, automaticSetId: groupSetId } = scene;
  const sections = students.map((_, at) => ({ id: uuidv7(), courseId, name: `Section ${at}` }));
  await db().section.createMany({ data: sections });
  await db().groupSet.createMany({
    data: students.map((_, at) => ({ id: uuidv7(), courseId, name: `Another ${at}` })),
  });
  const groups = students.map((_, at) => ({
    id: uuidv7(),
    courseId,
    groupSetId,
    name: `Another ${at}`,
    position: at + 100,
  }));
  await db().group.createMany({ data: groups });
  await db().groupMember.createMany({
    data: students.map((membershipId, at) => ({
      membershipId,
      courseId,
      groupSetId,
      groupId: groups[at]?.id ?? "",
    })),
  });
}
