import type { Id } from "@/domain/id";
import { type Form, likePattern } from "@/domain/prompt/term";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

/** A paragraph that may hold a term, with what stands beside it in other languages. */
export interface FoundText {
  versionId: Id;
  paragraphId: Id;
  /** Order in the text. */
  position: number;
  /** The ¶; null where it is not counted. */
  paragraph: number | null;
  text: string;
  language: string;
  translations: { language: string; text: string }[];
}

/**
 * The paragraphs of these texts that may hold one of the forms, in any of their languages: more than do, never fewer;
 * `findUses` has the last word. One statement, or none where there is nothing to look for.
 * @param versionIds of readings that are open to whoever asks
 */
export async function textsWith(
  access: CourseAccess,
  versionIds: readonly Id[],
  forms: readonly Form[],
): Promise<FoundText[]> {
  const patterns = [...new Set(forms.map(likePattern))];
  if (patterns.length === 0 || versionIds.length === 0) return [];
  // Soft hyphens and their like stand within words.
  const flat = (text: Prisma.Sql) =>
    Prisma.sql`search_fold(translate(${text}, U&'\\00AD\\200B\\200C\\200D\\200E\\200F\\2060\\FEFF', ''))`;
  return db().$queryRaw<FoundText[]>(Prisma.sql`
    WITH beside AS (
      SELECT t."paragraphId", bool_or(${flat(Prisma.sql`t.text`)} LIKE ANY(${patterns}::text[])) AS found,
        jsonb_agg(jsonb_build_object('language', t.language, 'text', t.text) ORDER BY t.language) AS texts
      FROM "ParagraphTranslation" t JOIN "Paragraph" p ON p.id = t."paragraphId"
      WHERE p."versionId" = ANY(${[...new Set(versionIds)]}::uuid[]) AND t."courseId" = ${access.courseId}::uuid
      GROUP BY t."paragraphId"
    )
    SELECT p."versionId", p.id AS "paragraphId", p.position, p.number AS paragraph, p.text,
      coalesce(p.language, v.language) AS language, coalesce(b.texts, '[]'::jsonb) AS translations
    FROM "Paragraph" p
    JOIN "SourceVersion" v ON v.id = p."versionId"
    LEFT JOIN beside b ON b."paragraphId" = p.id
    WHERE p."versionId" = ANY(${[...new Set(versionIds)]}::uuid[]) AND p."courseId" = ${access.courseId}::uuid
      AND (b.found OR ${flat(Prisma.sql`p.text`)} LIKE ANY(${patterns}::text[]))
    ORDER BY p."versionId", p.position`);
}
