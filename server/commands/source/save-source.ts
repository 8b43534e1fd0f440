import { refuse } from "@/domain/refusal";
import { numberParagraphs, type SourceSave } from "@/domain/source/draft";
import { type Transaction, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { plainText, type SourceView, sourceOf } from "@/server/queries/source";

/**
 * Saves the draft of a source as a whole. Refuses `published` once it is, and `stale` with the newer text when
 * somebody has saved meanwhile.
 */
export async function saveSource(access: CourseAccess, input: SourceSave, now: Date): Promise<SourceView> {
  authorize(access, "source.write");
  const source = await sourceOf(access, input.id);
  if (source.publishedAt) refuse({ code: "published" });
  if (source.revision === input.revision + 1 && isSame(source, input.draft)) return source;

  const { courseId } = access;
  const { paragraphs, setAside, ...fields } = input.draft;
  await transaction(async (tx) => {
    const { count } = await tx.sourceVersion.updateMany({
      where: { id: source.versionId, revision: input.revision, publishedAt: null },
      data: { ...fields, revision: { increment: 1 } },
    });
    if (count === 0) {
      refuse({ code: "stale", current: { version: source.revision, text: plainText(source) } });
    }
    const own = { courseId, versionId: source.versionId };
    const translations = await tx.paragraphTranslation.findMany({
      where: { paragraph: own, paragraphId: { in: paragraphs.map((row) => row.id) } },
    });
    await tx.paragraph.deleteMany({ where: own });
    await tx.setAside.deleteMany({ where: own });
    await mustBeFree(
      tx,
      paragraphs.map((row) => row.id),
      setAside.map((piece) => piece.id),
    );
    await tx.paragraph.createMany({ data: numberParagraphs(paragraphs).map((row) => ({ ...row, ...own })) });
    await tx.paragraphTranslation.createMany({ data: translations });
    await tx.setAside.createMany({
      data: setAside.map((piece, index) => ({ ...piece, ...own, position: index + 1 })),
    });
    await recordAtDesk(tx, {
      type: "source.revised",
      payload: { revision: input.revision + 1 },
      courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return sourceOf(access, input.id);
}

/** Ids come from a browser: none may stand twice, or belong to another text. */
async function mustBeFree(tx: Transaction, paragraphs: string[], pieces: string[]): Promise<void> {
  const twice = new Set(paragraphs).size !== paragraphs.length || new Set(pieces).size !== pieces.length;
  const taken =
    (await tx.paragraph.count({ where: { id: { in: paragraphs } } })) +
    (await tx.setAside.count({ where: { id: { in: pieces } } }));
  if (twice || taken > 0) refuse({ code: "id-taken" });
}

/** Whether a save that is sent again finds what it left. */
function isSame(source: SourceView, draft: SourceSave["draft"]): boolean {
  const { title, byline, origin, language, setAside } = source;
  const paragraphs = source.paragraphs.map(({ number: _number, ...row }) => row);
  const order = ({ id, kind, level, text, language }: (typeof paragraphs)[number]) => [
    id,
    kind,
    level,
    text,
    language,
  ];
  const shape = (saved: SourceSave["draft"]) =>
    JSON.stringify([
      saved.title,
      saved.byline,
      saved.origin,
      saved.language,
      saved.paragraphs.map(order),
      saved.setAside.map((piece) => [piece.id, piece.text, piece.reason]),
    ]);
  return shape({ title, byline, origin, language, paragraphs, setAside }) === shape(draft);
}
