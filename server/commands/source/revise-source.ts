import { randomUUID } from "node:crypto";
import type { Id } from "@/domain/id";
import { numberParagraphs } from "@/domain/source/draft";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { type SourceView, sourceOf } from "@/server/queries/source";

/**
 * Begins the next version of a published source as a draft with the same words; readings go on showing the version
 * they were given until they are moved. Beginning again answers with the draft that is there.
 */
export async function reviseSource(access: CourseAccess, input: { id: Id }, now: Date): Promise<SourceView> {
  authorize(access, "source.write");
  const held = await sourceOf(access, input.id);
  if (!held.publishedAt) return held;
  const { courseId } = access;
  const versionId = randomUUID();
  const number = held.number + 1;

  await transaction(async (tx) => {
    const { title, byline, origin, language } = held;
    const { deck } = await tx.sourceVersion.findUniqueOrThrow({
      where: { id: held.versionId },
      select: { deck: true },
    });
    const { count } = await tx.sourceVersion.createMany({
      data: {
        id: versionId,
        courseId,
        sourceId: input.id,
        number,
        title,
        deck,
        byline,
        origin,
        language,
        createdAt: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const rows = numberParagraphs(
      held.paragraphs.map(({ kind, level, text, language: own }) => ({
        id: randomUUID(),
        kind,
        level,
        text,
        language: own,
      })),
    );
    await tx.paragraph.createMany({ data: rows.map((row) => ({ ...row, courseId, versionId })) });
    await tx.$executeRaw`INSERT INTO "ParagraphTranslation" ("paragraphId", "courseId", language, text)
      SELECT n.id, t."courseId", t.language, t.text FROM "ParagraphTranslation" t
      JOIN "Paragraph" o ON o.id = t."paragraphId" AND o."versionId" = ${held.versionId}::uuid
      JOIN "Paragraph" n ON n."versionId" = ${versionId}::uuid AND n.position = o.position`;
    await recordAtDesk(tx, {
      type: "source.revised",
      payload: { revision: 1 },
      courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return sourceOf(access, input.id);
}
