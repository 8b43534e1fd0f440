import { randomUUID } from "node:crypto";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { decodeText, MAX_SOURCE_BYTES } from "@/domain/source/decode";
import {
  isReadableName,
  MOST_ROWS,
  numberParagraphs,
  type SourceImport,
  tidyParagraph,
} from "@/domain/source/draft";
import { importText } from "@/domain/source/import-text";
import type { Imported, ImportWarning } from "@/domain/source/imported";
import { detectLanguage, languageApart } from "@/domain/source/language";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { creatorOf } from "@/server/queries/source";

export interface ImportResult {
  sourceId: Id;
  /** What whoever cleans up should look at; empty when the import is a repeated one. */
  warnings: ImportWarning[];
}

const UNTITLED = "Untitled";

/**
 * Reads a text or a file and keeps it as a draft to be cleaned up. Idempotent by id. Refuses `unreadable-file` with
 * its reason, and changes nothing then.
 */
export async function importSource(
  access: CourseAccess,
  input: SourceImport,
  now: Date,
): Promise<ImportResult> {
  authorize(access, "source.write");
  const decoded = decodeText(bytesOf(input.from));
  if (!decoded.ok) refuse({ code: "unreadable-file", reason: decoded.reason });
  const found = importText(decoded.text);
  if (Math.max(found.paragraphs.length, found.setAside.length) > MOST_ROWS) {
    refuse({ code: "unreadable-file", reason: "too-many" });
  }
  const warnings = [...decoded.warnings, ...found.warnings];

  const isNew = await transaction(async (tx) => {
    const { courseId, actor } = access;
    const { count } = await tx.source.createMany({
      data: { id: input.id, courseId, createdById: actor.membershipId, createdAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return false;
    const versionId = randomUUID();
    const rows = rowsOf(found);
    await tx.sourceVersion.create({
      data: {
        id: versionId,
        courseId,
        sourceId: input.id,
        number: 1,
        title: (found.title ?? nameOf(input.from)).slice(0, 300),
        byline: (found.byline ?? "").slice(0, 300),
        origin: [found.publication, found.date].filter(Boolean).join(", ").slice(0, 300),
        language: found.language ?? "en",
        createdAt: now,
      },
    });
    await tx.paragraph.createMany({ data: rows.map((row) => ({ ...row, courseId, versionId })) });
    await tx.setAside.createMany({
      data: found.setAside.map((piece, index) => ({
        ...piece,
        id: randomUUID(),
        courseId,
        versionId,
        position: index + 1,
      })),
    });
    await recordAtDesk(tx, {
      type: "source.imported",
      payload: { title: found.title ?? "", paragraphs: rows.length },
      courseId,
      actorId: actor.membershipId,
      subjectId: input.id,
      at: now,
    });
    return true;
  });
  if (isNew) return { sourceId: input.id, warnings };
  if ((await creatorOf(access, input.id)) !== access.actor.membershipId) refuse({ code: "id-taken" });
  return { sourceId: input.id, warnings: [] };
}

/** Pasted text goes the way of a file's: what no file may hold, no paste may. */
function bytesOf(from: SourceImport["from"]): Uint8Array {
  if (from.kind === "text") return new TextEncoder().encode(from.text);
  if (!isReadableName(from.name)) refuse({ code: "unreadable-file", reason: "type" });
  // Four characters of base64 are three bytes: what is too large is not even decoded.
  if (from.bytes.length > (MAX_SOURCE_BYTES / 3) * 4 + 4) {
    refuse({ code: "unreadable-file", reason: "too-large" });
  }
  return Buffer.from(from.bytes, "base64");
}

const nameOf = (from: SourceImport["from"]) =>
  (from.kind === "file" && from.name.replace(/\.[^.]*$/, "").trim()) || UNTITLED;

/** Enough paragraphs in the language that the import found; any, where it found none. */
function wholeIn({ paragraphs: all, language }: Imported): string {
  const paragraphs = all.slice(0, 100);
  const own = paragraphs.filter(({ text }) => language !== null && detectLanguage(text) === language);
  return (own.length > 0 ? own : paragraphs).map(({ text }) => text).join("\n");
}

function rowsOf(found: Imported) {
  const whole = wholeIn(found);
  const rows = found.paragraphs
    .map(({ kind, text, level }) => ({
      id: randomUUID(),
      kind,
      text: tidyParagraph(text, kind),
      level: kind === "heading" ? Math.min(4, Math.max(2, level ?? 2)) : null,
      language: languageApart(text, whole),
    }))
    .filter((row) => row.text !== "");
  return numberParagraphs(rows);
}
