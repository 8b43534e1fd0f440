import type { Id } from "@/domain/id";
import type { Lane } from "@/domain/prompt/flow";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import type { MovingPassage } from "./stance";

export interface MovedBy {
  passage: MovingPassage;
  /** How many stances name it. */
  stances: number;
  moves: {
    /** Where they stood before; null where it was their first stance. */
    from: { positionId: Lane } | null;
    to: Lane;
    count: number;
  }[];
}

interface Row extends MovingPassage {
  isFirst: boolean;
  from: Lane;
  to: Lane;
  count: number;
}

/** Which passages moved whom, as counts, for staff; those that moved most come first. One statement. */
export async function movedBy(access: CourseAccess): Promise<MovedBy[]> {
  authorize(access, "stance.read-all");
  const rows = await db().$queryRaw<Row[]>(Prisma.sql`
    WITH step AS (
      SELECT s."movedByReadingId" AS reading, s."movedByParagraphId" AS paragraph, s."positionId" AS "to",
        lag(s."positionId") OVER path AS "from", lag(s.id) OVER path IS NULL AS "isFirst"
      FROM "Stance" s JOIN "Membership" m ON m.id = s."authorId"
      WHERE s."courseId" = ${access.courseId}::uuid AND m.role = 'student' AND m."withdrawnAt" IS NULL
      WINDOW path AS (PARTITION BY s."authorId" ORDER BY s.at, s.id))
    SELECT r.id AS "readingId", p.id AS "paragraphId", r.position AS reading, p.number AS paragraph, v.title, p.text,
      step."from", step."to", step."isFirst", count(*)::int AS count
    FROM step JOIN "Reading" r ON r.id = step.reading JOIN "SourceVersion" v ON v.id = r."versionId"
      JOIN "Paragraph" p ON p.id = step.paragraph
    GROUP BY r.id, p.id, v.id, step."from", step."to", step."isFirst"
    ORDER BY r.position, p.position, count(*) DESC, step."from", step."to"`);
  const byPassage = new Map<Id, MovedBy>();
  for (const { isFirst, from, to, count, ...passage } of rows) {
    const key = `${passage.readingId} ${passage.paragraphId}`;
    const moved = byPassage.get(key) ?? { passage, stances: 0, moves: [] };
    moved.stances += count;
    moved.moves.push({ from: isFirst ? null : { positionId: from }, to, count });
    byPassage.set(key, moved);
  }
  return [...byPassage.values()].sort((one, other) => other.stances - one.stances);
}
