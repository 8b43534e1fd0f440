import { randomUUID } from "node:crypto";
import type { Id } from "@/domain/id";
import type { Transaction } from "./db";
import { recordAtDesk } from "./event-log";

interface CopyTo {
  courseId: Id;
  actorId: Id;
  now: Date;
}

/** The published version of another course that says the same under the same title, or null. */
async function sameText(tx: Transaction, versionId: Id, courseId: Id): Promise<Id | null> {
  const [found] = await tx.$queryRaw<{ id: Id }[]>`
    WITH said AS (
      SELECT v.id, v."courseId", v.title, v."publishedAt",
        (SELECT md5(string_agg(p.kind::text || coalesce(p.number::text, '') || p.text, E'\\n' ORDER BY p.position))
         FROM "Paragraph" p WHERE p."versionId" = v.id) AS words
      FROM "SourceVersion" v
      WHERE v.id = ${versionId}::uuid OR (v."courseId" = ${courseId}::uuid AND v."publishedAt" IS NOT NULL
        AND v.title = (SELECT title FROM "SourceVersion" WHERE id = ${versionId}::uuid))
    )
    SELECT there.id FROM said there
    JOIN said here ON here.id = ${versionId}::uuid AND here.words IS NOT DISTINCT FROM there.words
    WHERE there."courseId" = ${courseId}::uuid AND there."publishedAt" IS NOT NULL
    ORDER BY there."publishedAt", there.id LIMIT 1`;
  return found?.id ?? null;
}

/**
 * The version of another course in which a published text can be read there: one that says the same under the same
 * title, or else the text anew, with its translations, as a published source. Hold that course's desk, so that two who
 * copy at once make one.
 */
export async function copySource(tx: Transaction, versionId: Id, to: CopyTo): Promise<Id> {
  const { courseId, actorId, now } = to;
  const known = await sameText(tx, versionId, courseId);
  if (known) return known;
  const { title, deck, byline, origin, language } = await tx.sourceVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { title: true, deck: true, byline: true, origin: true, language: true },
  });
  const sourceId = randomUUID();
  const id = randomUUID();
  await tx.source.create({ data: { id: sourceId, courseId, createdById: actorId, createdAt: now } });
  const about = { title, deck, byline, origin, language };
  await tx.sourceVersion.create({
    data: { id, courseId, sourceId, number: 1, ...about, publishedAt: now, createdAt: now },
  });
  const paragraphs = await tx.$executeRaw`
    INSERT INTO "Paragraph" (id, "courseId", "versionId", position, number, kind, level, text, language)
    SELECT gen_random_uuid(), ${courseId}::uuid, ${id}::uuid, position, number, kind, level, text, language
    FROM "Paragraph" WHERE "versionId" = ${versionId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO "ParagraphTranslation" ("paragraphId", "courseId", language, text)
    SELECT n.id, ${courseId}::uuid, t.language, t.text FROM "ParagraphTranslation" t
    JOIN "Paragraph" o ON o.id = t."paragraphId" AND o."versionId" = ${versionId}::uuid
    JOIN "Paragraph" n ON n."versionId" = ${id}::uuid AND n.position = o.position`;
  const event = { courseId, actorId, subjectId: sourceId, at: now };
  await recordAtDesk(tx, { ...event, type: "source.imported", payload: { title, paragraphs } });
  await recordAtDesk(tx, { ...event, type: "source.published", payload: { versionId: id, number: 1 } });
  return id;
}
