import type { Transaction } from "@/server/adapters/db";
import { deskOf } from "./log";
import type { Talk } from "./talk";

/** What Inés keeps to say again, and what of it the other graders have too. */
export async function writePhrases(
  tx: Transaction,
  { demo, ids, clock, courseId, log }: Talk,
): Promise<void> {
  const desk = await deskOf(tx, courseId);
  const authorId = ids.of("member", "ines");
  const rows = demo.phrases.map(({ day, ...phrase }, index) => {
    const createdAt = clock.moment(day);
    return { id: ids.make("phrase", index, createdAt), courseId, authorId, createdAt, ...phrase };
  });
  await tx.phrase.createMany({ data: rows });
  for (const { id, shared, createdAt } of rows) {
    log.record(desk, {
      type: "phrase.kept",
      payload: { shared },
      courseId,
      actorId: authorId,
      subjectId: id,
      at: createdAt,
    });
  }
}
