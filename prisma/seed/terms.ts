import type { Transaction } from "@/server/adapters/db";
import type { DemoClock } from "./clock";
import type { Demo } from "./content/types";
import type { Ids } from "./ids";
import { deskOf } from "./log";
import { writeNotes } from "./notes";
import { blockOf, type Talk } from "./talk";

/** The terms that the readings use against one another, with the words by which each is found. */
export async function writeTerms(
  tx: Transaction,
  { frame }: Demo,
  courseId: string,
  ids: Ids,
  clock: DemoClock,
): Promise<void> {
  for (const [index, { key, name, gloss, forms }] of frame.terms.entries()) {
    await tx.term.create({
      data: {
        id: ids.make("term", key),
        courseId,
        position: index + 1,
        name,
        gloss,
        createdAt: clock.moment(-26),
        forms: {
          createMany: { data: forms.map((form, place) => ({ courseId, position: place + 1, ...form })) },
        },
      },
    });
  }
}

/** Two uses of a term held against each other, and what was said of it. The whole class talks there, at the desk. */
export async function writeDifferences(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  const desk = await deskOf(tx, courseId);
  const inesId = ids.of("member", "ines");
  for (const { key, name } of demo.frame.terms) {
    log.record(desk, {
      type: "term.saved",
      payload: { name, version: 1 },
      courseId,
      actorId: inesId,
      subjectId: ids.of("term", key),
      at: clock.moment(-26),
    });
  }
  for (const { key, term, author, left, right, claim, day, notes } of demo.differences) {
    const at = clock.moment(day);
    const id = ids.make("difference", key, at);
    const authorId = ids.of("member", author);
    const termId = ids.of("term", term);
    await tx.termDifference.create({
      data: {
        id,
        courseId,
        termId,
        authorId,
        leftReadingId: ids.of("reading", left.reading),
        leftParagraphId: blockOf(talk, left.reading, left.paragraph).id,
        rightReadingId: ids.of("reading", right.reading),
        rightParagraphId: blockOf(talk, right.reading, right.paragraph).id,
        claim,
        createdAt: at,
      },
    });
    log.record(desk, {
      type: "difference.stated",
      payload: { termId },
      courseId,
      actorId: authorId,
      subjectId: id,
      at,
    });
    await writeNotes(tx, talk, { on: "difference", subjectId: id, room: desk }, notes);
  }
}
