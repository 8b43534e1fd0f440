import { describePassage } from "@/domain/anchor/passage";
import type { Transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { blockOf, groupOf, roomOf, type Talk } from "./talk";

const moments = { before: "before", "after-reading": "afterReading", after: "after" } as const;

/** Where people stood, in the order in which they said so. */
export async function writeStances(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  await tx.stance.createMany({
    data: demo.stances.map((stance, index) => ({
      id: ids.make("stance", index, clock.moment(stance.day)),
      courseId,
      authorId: ids.of("member", stance.author),
      moment: moments[stance.moment],
      readingId: stance.reading ? ids.of("reading", stance.reading) : null,
      positionId: stance.position ? ids.of("position", stance.position) : null,
      confidence: stance.confidence,
      why: stance.why,
      movedByReadingId: stance.movedBy ? ids.of("reading", stance.movedBy.reading) : null,
      movedByParagraphId: stance.movedBy
        ? blockOf(talk, stance.movedBy.reading, stance.movedBy.paragraph).id
        : null,
      at: clock.moment(stance.day),
    })),
  });
}

/** The passages put to work in the evidence matrix. */
export async function writeEvidence(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  for (const card of demo.evidence) {
    const block = blockOf(talk, card.reading, card.paragraph);
    const start = block.text.indexOf(card.quote);
    const anchor = describePassage(block.text, start, start + card.quote.length);
    if (start < 0 || !anchor) throw new Error(`The demo quotes what is not there: ${card.key}`);
    const at = clock.moment(card.day);
    const id = ids.make("evidence", card.key, at);
    const positionId = ids.of("position", card.position);
    const dimensionId = ids.of("dimension", card.dimension);
    const authorId = ids.of("member", card.author);
    const author = demo.people.find((person) => person.key === card.author);
    const week = demo.assignments.find((assignment) => assignment.readings.includes(card.reading));
    const roomId = await roomOf(tx, talk, week?.key ?? "", groupOf(talk, author));
    await tx.evidence.create({
      data: {
        id,
        courseId,
        authorId,
        readingId: ids.of("reading", card.reading),
        paragraphId: block.id,
        startOffset: anchor.start,
        endOffset: anchor.end,
        quote: anchor.quote,
        claim: card.claim,
        relation: card.relation,
        positionId,
        dimensionId,
        roomId,
        createdAt: at,
        filedAt: at,
      },
    });
    const payload = { positionId, dimensionId };
    await recordEvent(tx, roomId, {
      type: "evidence.recorded",
      payload,
      courseId,
      actorId: authorId,
      subjectId: id,
      at,
    });
  }
}
