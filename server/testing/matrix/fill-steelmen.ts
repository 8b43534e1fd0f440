import { v7 as uuidv7 } from "uuid";
import { db } from "@/server/adapters/db";
import { today } from "../cast";
import type { Scene } from "./scene";

/** A steelman of each student, signed by Li Ming, with a citation. */
export async function addSteelmen(scene: Scene, students: string[]): Promise<void> {
  const { courseId, readingId } = scene;
  const rows = students.map((authorId) => ({ id: uuidv7(), authorId }));
  await db().steelman.createMany({
    data: rows.map((row) => ({
      ...row,
      courseId,
      roomId: scene.rooms.a,
      promptId: scene.steelmanPromptId,
      positionId: scene.positionId,
      body: "It asks [[1 ¶1]].",
    })),
  });
  await db().steelmanVerdict.createMany({
    data: rows.map(({ id }) => ({
      id: uuidv7(),
      courseId,
      steelmanId: id,
      authorId: scene.liming.actor.membershipId,
      signs: true,
      onVersion: 1,
      at: today,
    })),
  });
  await db().citation.createMany({
    data: rows.map(({ id }) => ({
      id: uuidv7(),
      courseId,
      steelmanId: id,
      readingId,
      paragraphId: scene.paragraphIds[0] ?? "",
      position: 0,
    })),
  });
}
