import type { Transaction } from "@/server/adapters/db";
import { deskOf } from "./log";
import { blockOf, type Talk } from "./talk";

const moments = { before: "before", "after-reading": "afterReading", after: "after" } as const;

/** Where people stood, in the order in which they said so. */
export async function writeStances(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  const desk = await deskOf(tx, courseId);
  const position = (key: string | null | undefined) => (key ? ids.of("position", key) : null);
  const inOrder = demo.stances.toSorted((a, b) => a.day - b.day);
  const rows = inOrder.map((stance, index) => {
    const at = clock.moment(stance.day);
    const { movedBy } = stance;
    return {
      id: ids.make("stance", index, at),
      courseId,
      authorId: ids.of("member", stance.author),
      moment: moments[stance.moment],
      readingId: stance.reading ? ids.of("reading", stance.reading) : null,
      positionId: position(stance.position),
      betweenId: position(stance.between),
      confidence: stance.confidence,
      why: stance.why,
      movedByReadingId: movedBy ? ids.of("reading", movedBy.reading) : null,
      movedByParagraphId: movedBy ? blockOf(talk, movedBy.reading, movedBy.paragraph).id : null,
      at,
    };
  });
  await tx.stance.createMany({ data: rows });
  for (const { id, authorId, positionId, betweenId, confidence, at } of rows) {
    log.record(desk, {
      type: "stance.taken",
      payload: { positionId, betweenId, confidence },
      courseId,
      actorId: authorId,
      subjectId: id,
      at,
    });
  }
}
