import { v7 as uuidv7 } from "uuid";
import { db } from "@/server/adapters/db";
import { today } from "../cast";
import type { Scene } from "./scene";

/** Whoever is asked for pages is told of everything that was said. */
export async function addNotifications(scene: Scene): Promise<void> {
  const { courseId, assignmentId } = scene;
  const said = await db().comment.findMany({ where: { courseId }, select: { id: true } });
  const people = [scene.ada, scene.instructor, scene.observer];
  await db().notification.createMany({
    data: people.flatMap(({ actor }) =>
      said.map(({ id }) => ({
        id: uuidv7(),
        courseId,
        recipientId: actor.membershipId,
        kind: "mention" as const,
        subjectId: id,
        assignmentId,
        at: today,
        delivery: "never" as const,
      })),
    ),
  });
}
