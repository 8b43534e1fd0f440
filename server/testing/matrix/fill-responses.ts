import { v7 as uuidv7 } from "uuid";
import { db } from "@/server/adapters/db";
import { inDays, today } from "../cast";
import type { Scene } from "./scene";

/**
 * Ada has been given every answer of the students to read, and they hers; each has read every one; her own answer has
 * as many versions; and the prompt asks for positions.
 */
export async function addReading(scene: Scene, answers: { id: string; authorId: string }[]) {
  const { courseId, promptId, responseId } = scene;
  const ada = scene.ada.actor.membershipId;
  await db().promptPosition.createMany({
    data: [scene.positionId, scene.otherPositionId].map((positionId) => ({ courseId, promptId, positionId })),
  });
  const pairs = answers.flatMap(({ id, authorId }) => [
    { courseId, membershipId: ada, responseId: id, at: today },
    { courseId, membershipId: authorId, responseId, at: today },
  ]);
  await db().handedResponse.createMany({ data: pairs.map((pair) => ({ ...pair, promptId })) });
  await db().responseSeen.createMany({ data: pairs });
  await db().responseVersion.createMany({
    data: answers.map((_answer, at) => ({
      courseId,
      responseId,
      version: at + 100,
      body: `Draft ${uuidv7()}`,
      at: inDays(1),
    })),
  });
}
