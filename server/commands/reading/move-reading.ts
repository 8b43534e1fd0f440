import { anchorOf } from "@/domain/anchor/passage";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import {
  moveCitations,
  moveComments,
  moveEvidence,
  moveNamed,
  moveSpans,
  type NewPlace,
} from "@/server/adapters/anchors";
import { type Transaction, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import {
  type AnchorKind,
  type CarriedRow,
  carryAll,
  type Edition,
  editionOf,
  standingOn,
} from "@/server/queries/edition";

/**
 * Brings a reading to another version of its source, with everything that stands on it: what stands on the same words
 * goes along, what does not is marked for somebody to look at, and what is gone keeps the words it stood on. Moving
 * again changes nothing. Refuses `stale` where the reading shows neither the version it was moved from nor this one.
 */
export async function moveReading(
  access: CourseAccess,
  input: { readingId: Id; versionId: Id; from: Id },
  now: Date,
): Promise<{ readingId: Id; versionId: Id }> {
  authorize(access, "source.write");
  const edition = await editionOf(access, input);
  const done = { readingId: input.readingId, versionId: input.versionId };
  if (edition.from.versionId === input.versionId) return done;

  await transaction(async (tx) => {
    // Whoever writes on the reading holds its row; from here on they wait, and then find the new paragraphs.
    const [held] = await tx.$queryRaw<{ versionId: Id }[]>`
      SELECT "versionId" FROM "Reading" WHERE id = ${input.readingId}::uuid FOR UPDATE`;
    if (held?.versionId === input.versionId) return;
    if (held?.versionId !== input.from || edition.from.versionId !== input.from) {
      refuse({ code: "stale", current: { version: edition.from.number, text: edition.title } });
    }
    const taken = await tx.reading.count({
      where: { assignmentId: edition.assignmentId, versionId: input.versionId },
    });
    if (taken > 0) refuse({ code: "in-use", title: edition.title });
    const rows = carryAll(
      edition,
      await standingOn(tx, { courseId: access.courseId, readingId: input.readingId }),
    );
    await moveRows(tx, edition, rows);
    await movePlaces(tx, edition, input.readingId);
    await tx.reading.update({ where: { id: input.readingId }, data: { versionId: input.versionId } });
    await recordAtDesk(tx, {
      type: "reading.moved",
      payload: { fromVersionId: input.from, toVersionId: input.versionId },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.readingId,
      at: now,
    });
  });
  return done;
}

function placeOf({ from, to }: Edition, { id, part, carried, ...row }: CarriedRow): NewPlace {
  const before = from.paragraphs.find((paragraph) => paragraph.id === row.paragraphId)?.text ?? "";
  const old = {
    id,
    part,
    anchor: carried.state,
    formerParagraphId: row.paragraphId,
    formerQuote: row.start === null || row.end === null ? null : before.slice(row.start, row.end),
  };
  const nowhere = { paragraphId: null, start: null, end: null, quote: null, prefix: null, suffix: null };
  if (carried.state === "lost") return { ...old, ...nowhere };
  const { paragraphId, start, end } = carried;
  if (start === null || end === null) return { ...old, ...nowhere, paragraphId };
  const text = to.paragraphs.find((paragraph) => paragraph.id === paragraphId)?.text ?? "";
  const anchor = anchorOf(text, { start, end, quote: text.slice(start, end) });
  return { ...old, ...nowhere, ...anchor, paragraphId };
}

async function moveRows(tx: Transaction, edition: Edition, rows: CarriedRow[]): Promise<void> {
  const of = (kind: AnchorKind) =>
    rows.filter((row) => row.kind === kind).map((row) => placeOf(edition, row));
  await moveComments(tx, of("comment"));
  await moveSpans(tx, of("span"));
  await moveEvidence(tx, of("evidence"));
  await moveCitations(tx, of("citation"));
  await moveNamed(tx, "stance", of("stance"));
  await moveNamed(tx, "left", of("left"));
  await moveNamed(tx, "right", of("right"));
}

/** How far people have come, by the paragraph they were at; where it is gone, by its share of the text. */
async function movePlaces(tx: Transaction, { from, to }: Edition, readingId: Id): Promise<void> {
  const at = new Map(to.paragraphs.map((paragraph) => [paragraph.text, paragraph.position]));
  const share = to.paragraphs.length / Math.max(1, from.paragraphs.length);
  const places = from.paragraphs.map(({ position, text }) => ({
    old: position,
    next: at.get(text) ?? Math.min(to.paragraphs.length, Math.max(1, Math.round(position * share))),
  }));
  await tx.$executeRaw`UPDATE "ReadingPlace" p SET last = l.next, furthest = f.next
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS l(old int, next int),
      jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS f(old int, next int)
    WHERE p."readingId" = ${readingId}::uuid AND l.old = p.last AND f.old = p.furthest`;
}
