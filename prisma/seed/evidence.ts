import { describePassage } from "@/domain/anchor/passage";
import type { Prisma } from "@/prisma/client/client";
import type { Transaction } from "@/server/adapters/db";
import type { DemoEvidence } from "./content/argument-types";
import { blockOf, groupOf, roomOf, type Talk } from "./talk";

/** Who edited what, and what it said before; kept with the version it was. */
async function writeEdit(tx: Transaction, talk: Talk, piece: DemoEvidence, room: string): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  const edit = demo.evidenceTalk.edited.find((one) => one.piece === piece.key);
  if (!edit) return;
  const at = clock.moment(edit.day);
  const evidenceId = ids.of("evidence", piece.key);
  const actorId = ids.of("member", piece.author);
  await tx.evidence.update({ where: { id: evidenceId }, data: { version: 2, editedAt: at } });
  await tx.evidenceVersion.create({
    data: {
      evidenceId,
      courseId,
      version: 1,
      actorId,
      claim: edit.was.claim,
      relation: edit.was.relation,
      positionId: piece.position && ids.of("position", piece.position),
      dimensionId: piece.dimension && ids.of("dimension", piece.dimension),
      at: clock.moment(piece.day),
    },
  });
  log.record(room, {
    type: "evidence.edited",
    payload: { version: 2 },
    courseId,
    actorId,
    subjectId: evidenceId,
    at,
  });
}

/** The room in which a piece's author talks about the text it is from. */
export function roomOfPiece(tx: Transaction, talk: Talk, piece: DemoEvidence): Promise<string> {
  const author = talk.demo.people.find((person) => person.key === piece.author);
  const week = talk.demo.assignments.find((assignment) => assignment.readings.includes(piece.reading));
  return roomOf(tx, talk, week?.key ?? "", groupOf(talk, author));
}

/** The passages put to work in the evidence matrix, and the drafts of such. */
export async function writeEvidence(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  const rows: Prisma.EvidenceCreateManyInput[] = [];
  for (const piece of demo.evidence) {
    const block = blockOf(talk, piece.reading, piece.paragraph);
    const start = block.text.indexOf(piece.quote);
    const anchor = describePassage(block.text, start, start + piece.quote.length);
    if (start < 0 || !anchor) throw new Error(`The demo quotes what is not there: ${piece.key}`);
    const at = clock.moment(piece.day);
    const id = ids.make("evidence", piece.key, at);
    const positionId = piece.position && ids.of("position", piece.position);
    const dimensionId = piece.dimension && ids.of("dimension", piece.dimension);
    const authorId = ids.of("member", piece.author);
    const roomId = await roomOfPiece(tx, talk, piece);
    rows.push({
      id,
      courseId,
      authorId,
      readingId: ids.of("reading", piece.reading),
      paragraphId: block.id,
      startOffset: anchor.start,
      endOffset: anchor.end,
      quote: anchor.quote,
      claim: piece.claim,
      relation: piece.relation,
      positionId,
      dimensionId,
      roomId,
      createdAt: at,
      filedAt: piece.draft ? null : at,
    });
    const event = { courseId, actorId: authorId, subjectId: id, at };
    log.record(roomId, { type: "evidence.recorded", payload: { positionId, dimensionId }, ...event });
    if (!piece.draft) log.record(roomId, { type: "evidence.filed", payload: { version: 1 }, ...event });
  }
  await tx.evidence.createMany({ data: rows });
  for (const piece of demo.evidence) await writeEdit(tx, talk, piece, await roomOfPiece(tx, talk, piece));
}
