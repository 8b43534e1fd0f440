import { v7 as uuidv7 } from "uuid";
import { db } from "@/server/adapters/db";
import { takeStance } from "@/server/commands/stance/take-stance";
import { judgeSteelman } from "@/server/commands/steelman/judge-steelman";
import { writeSteelman } from "@/server/commands/steelman/write-steelman";
import { type Cast, today } from "../cast";

/**
 * A prompt that asks for the case one rejects: Ada and Zofia hold the spheres, Li Ming the Charter. Ada's case for the
 * Charter is signed by Li Ming; his for the spheres waits for her.
 * To a second such prompt nobody has answered.
 */
export async function addSteelmenTo(cast: Cast) {
  const { courseId, assignmentId, ada, liming, stranger, positionId, otherPositionId } = cast;
  const [steelmanPromptId, newSteelmanPromptId] = [uuidv7(), uuidv7()];
  await db().prompt.createMany({
    data: [steelmanPromptId, newSteelmanPromptId].map((id, index) => ({
      id,
      courseId,
      assignmentId,
      position: 4 + index,
      title: "Put the other case",
      body: "As its best defender would.",
      steelman: true,
    })),
  });
  const stance = (position: string) => ({
    id: uuidv7(),
    moment: "before" as const,
    readingId: null,
    positionId: position,
    betweenId: null,
    movedBy: null,
    confidence: 3,
    why: "",
  });
  await takeStance(ada, stance(otherPositionId), today);
  await takeStance(stranger, stance(otherPositionId), today);
  await takeStance(liming, stance(positionId), today);
  const put = (id: string, position: string) => ({
    id,
    promptId: steelmanPromptId,
    positionId: position,
    body: "It asks everybody, and it counts the answers.",
  });
  const signedSteelmanId = uuidv7();
  const waitingSteelmanId = uuidv7();
  await writeSteelman(ada, put(signedSteelmanId, positionId), today);
  await writeSteelman(liming, put(waitingSteelmanId, otherPositionId), today);
  const verdict = { id: uuidv7(), steelmanId: signedSteelmanId, version: 1, signs: true, words: "" };
  await judgeSteelman(liming, verdict, today);
  return { steelmanPromptId, newSteelmanPromptId, signedSteelmanId, waitingSteelmanId };
}
