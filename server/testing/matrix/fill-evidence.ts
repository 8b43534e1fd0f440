import { v7 as uuidv7 } from "uuid";
import { db } from "@/server/adapters/db";
import { today } from "../cast";
import type { Scene } from "./scene";

/**
 * Each student records, merges, marks and discusses; Ada has as many drafts without a place, and her piece as many
 * former states.
 */
export async function addEvidence(scene: Scene, students: string[]): Promise<void> {
  const { courseId, readingId, positionId, otherPositionId, dimensionId, evidenceId } = scene;
  const at = {
    courseId,
    readingId,
    paragraphId: scene.paragraphIds[0] ?? "",
    startOffset: 0,
    endOffset: 2,
    quote: "On",
    claim: "Nobody can be asked for consent",
    relation: "supports" as const,
    roomId: scene.rooms.a,
    filedAt: today,
  };
  const placed = { ...at, positionId, dimensionId };
  await db().evidence.createMany({
    data: students.flatMap((authorId) => [
      { ...placed, id: uuidv7(), authorId },
      { ...placed, id: uuidv7(), authorId, positionId: otherPositionId },
      { ...placed, id: uuidv7(), authorId, mergedIntoId: evidenceId, mergedById: authorId },
      { ...at, id: uuidv7(), authorId: scene.ada.actor.membershipId, filedAt: null },
    ]),
  });
  await db().evidenceHelpful.createMany({
    data: students.map((membershipId) => ({ courseId, evidenceId, membershipId, at: today })),
  });
  await db().evidenceVersion.createMany({
    data: students.map((actorId, index) => ({
      evidenceId,
      courseId,
      version: index + 10,
      actorId,
      claim: "Before",
      relation: "supports" as const,
      positionId,
      dimensionId,
      at: today,
    })),
  });
  const notes = students.map((authorId) => ({
    id: uuidv7(),
    courseId,
    evidenceId,
    authorId,
    body: "As in [[1 ¶1]].",
  }));
  await db().note.createMany({ data: notes });
  await db().citation.createMany({
    data: notes.map(({ id }) => ({
      id: uuidv7(),
      courseId,
      noteId: id,
      readingId,
      paragraphId: scene.paragraphIds[0] ?? "",
      position: 0,
    })),
  });
}
