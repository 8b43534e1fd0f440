import type { Role } from "@/domain/access/actor";
import type { Voice } from "@/domain/comment/voice";
import { fold } from "@/domain/find/fold";
import { plainOf, type Snippet, type Sought, snippetOf } from "@/domain/find/snippet";
import { type LookedFor, lookFor } from "@/domain/find/words";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type DiscussionFacts, discussionOfReading } from "./discussion";
import { commentScopeSql } from "./scope";
import { namingFor, voiceOf } from "./voice";

/** So many of each are listed; the totals count them all. */
const MOST = 50;

export interface FoundIn {
  paragraphs: { position: number; number: number | null; snippet: Snippet }[];
  comments: {
    id: Id;
    threadId: Id;
    /** Of its paragraph; 0 for the whole reading. */
    position: number;
    /** Its ¶ number. */
    number: number | null;
    author: Voice;
    snippet: Snippet;
  }[];
  totals: { paragraphs: number; comments: number };
}

interface CommentRow {
  id: Id;
  threadId: Id;
  position: number;
  number: number | null;
  body: string;
  authorId: Id;
  role: Role;
  name: string;
}

interface Row {
  paragraphs: { position: number; number: number | null; text: string }[] | null;
  comments: CommentRow[] | null;
  totals: FoundIn["totals"];
  /** Words of the texts found that are forms of a word looked for. */
  matched: string[] | null;
  /** Words looked for that are too common to be marked. */
  stops: string[] | null;
}

/**
 * Where words stand in one reading: in its text (beside it in another language, too) and in the comments that this
 * person may see, the best first. Three statements. Refuses as `discussionOfReading`.
 */
export async function searchReading(
  access: CourseAccess,
  input: { readingId: Id; words: string },
  now: Date,
): Promise<FoundIn> {
  const discussion = await discussionOfReading(access, input.readingId, now);
  const looked = lookFor(input.words);
  const [row] = await db().$queryRaw<Row[]>(searchSql(access, discussion, input.readingId, looked));
  if (!row) throw new Error("an aggregate gave no row");

  const stops = new Set(row.stops);
  const kept = looked.fragments.filter((fragment) => !stops.has(fold(fragment).text));
  const sought: Sought = {
    words: new Set(row.matched),
    fragments: kept.length > 0 || row.matched ? kept : looked.fragments,
  };
  const naming = namingFor(access, discussion);
  return {
    paragraphs: (row.paragraphs ?? []).map(({ text, ...paragraph }) => ({
      ...paragraph,
      snippet: snippetOf(text, sought),
    })),
    comments: (row.comments ?? []).map(({ body, authorId, role, name, ...comment }) => ({
      ...comment,
      author: voiceOf(naming, { id: authorId, role, user: { name } }),
      snippet: snippetOf(plainOf(body), sought),
    })),
    totals: row.totals,
  };
}

/** A comment that names a student otherwise than by alias would tell, by being found, who is behind it. */
const withoutNames = Prisma.sql`
        AND NOT EXISTS (
          SELECT FROM "Mention" n JOIN "Membership" named ON named.id = n."membershipId"
          LEFT JOIN "Alias" l ON l."assignmentId" = r."assignmentId" AND l."membershipId" = n."membershipId"
          WHERE n."commentId" = c.id AND named.role = 'student' AND lower(n.words) IS DISTINCT FROM lower(l.name))`;

function searchSql(
  access: CourseAccess,
  discussion: DiscussionFacts,
  readingId: Id,
  { query, without, terms, fragments }: LookedFor,
): Prisma.Sql {
  const unnamed = namingFor(access, discussion).hidden ? withoutNames : Prisma.empty;
  return Prisma.sql`
    WITH reading AS (
      SELECT v.id AS version, v.language, c.language AS "courseLanguage"
      FROM "Reading" r JOIN "SourceVersion" v ON v.id = r."versionId" JOIN "Course" c ON c.id = r."courseId"
      WHERE r.id = ${readingId}::uuid AND r."courseId" = ${access.courseId}::uuid
    ),
    text AS MATERIALIZED (
      SELECT p.position, p.number, p.text, coalesce(p.language, reading.language) AS language
      FROM reading JOIN "Paragraph" p ON p."versionId" = reading.version
      UNION ALL
      SELECT p.position, p.number, t.text, t.language
      FROM reading JOIN "Paragraph" p ON p."versionId" = reading.version
      JOIN "ParagraphTranslation" t ON t."paragraphId" = p.id
    ),
    asked AS MATERIALIZED (
      SELECT languages, search_query(languages, ${query}, ${without}) AS query,
             ARRAY(SELECT '%' || regexp_replace(search_fold(fragment), '([\\\\%_])', '\\\\\\1', 'g') || '%'
                   FROM unnest(${fragments}::text[]) AS fragment) AS patterns
      FROM (SELECT array_agg(language) AS languages FROM (
              SELECT language FROM text UNION SELECT unnest(ARRAY[language, "courseLanguage"]) FROM reading
            ) AS each) AS all_of_them
    ),
    in_text AS (
      SELECT DISTINCT ON (position) position, number, text, rank FROM (
        SELECT text.position, text.number, text.text, ts_rank(vector, asked.query) AS rank,
               vector @@ asked.query AS matches, asked.patterns
        FROM text, asked, LATERAL (SELECT search_vector(ARRAY[text.language], text.text) AS vector OFFSET 0) AS words
      ) AS judged
      WHERE matches OR (cardinality(patterns) > 0 AND search_fold(text) LIKE ALL (patterns))
      ORDER BY position, rank DESC
    ),
    in_talk AS (
      SELECT c.id, c."threadId", c."paragraphId", c.body, c."authorId", c."createdAt",
             coalesce(ts_rank(c.search, asked.query), 0) AS rank
      FROM "Comment" c JOIN "Room" r ON r.id = c."roomId", asked
      WHERE c."courseId" = ${access.courseId}::uuid AND c."readingId" = ${readingId}::uuid
        AND c."deletedAt" IS NULL AND ${commentScopeSql(access.actor, discussion.othersVisible)} ${unnamed}
        AND (c.search @@ asked.query
             OR (cardinality(asked.patterns) > 0 AND search_fold(c.body) LIKE ALL (asked.patterns)))
    ),
    paragraphs AS (SELECT * FROM in_text ORDER BY rank DESC, position LIMIT ${MOST}),
    comments AS (
      SELECT best.*, coalesce(p.position, 0) AS position, p.number, m.role, u.name
      FROM (SELECT * FROM in_talk ORDER BY rank DESC, "createdAt" DESC, id LIMIT ${MOST}) AS best
      LEFT JOIN "Paragraph" p ON p.id = best."paragraphId"
      JOIN "Membership" m ON m.id = best."authorId" JOIN "User" u ON u.id = m."userId"
    ),
    ${matchedSql(terms)}
    SELECT
      (SELECT json_agg(json_build_object('position', position, 'number', number, 'text', text) ORDER BY rank DESC, position)
       FROM paragraphs) AS paragraphs,
      (SELECT json_agg(json_build_object('id', id, 'threadId', "threadId", 'position', position,
                                         'number', number, 'body', body,
                                         'authorId', "authorId", 'role', role, 'name', name)
                       ORDER BY rank DESC, "createdAt" DESC, id)
       FROM comments) AS comments,
      json_build_object('paragraphs', (SELECT count(*) FROM in_text), 'comments', (SELECT count(*) FROM in_talk))
        AS totals,
      (SELECT array_agg(word) FROM matched) AS matched,
      (SELECT array_agg(word) FROM stop) AS stops`;
}

/** Which words of the texts that are shown are forms of the words looked for: `matched`; and `stop`. */
const matchedSql = (terms: string[]) => Prisma.sql`
    term AS (SELECT DISTINCT search_fold(word) AS word FROM unnest(${terms}::text[]) AS word),
    stemmer AS (
      SELECT DISTINCT d.oid::regdictionary AS id
      FROM asked, unnest(asked.languages) AS language
      JOIN pg_ts_config f ON f.oid = search_config(language)
      JOIN pg_ts_dict d ON d.dictname = f.cfgname || '_stem' AND pg_ts_dict_is_visible(d.oid)
    ),
    stop AS (SELECT word FROM term WHERE EXISTS (SELECT FROM stemmer WHERE ts_lexize(id, word) = '{}')),
    stem AS (
      SELECT id, array_agg(lexeme) AS lexemes
      FROM stemmer, term, unnest(ts_lexize(id, word)) AS lexeme GROUP BY id
    ),
    token AS (
      SELECT DISTINCT found[1] AS word
      FROM (SELECT text FROM paragraphs UNION ALL SELECT body FROM comments) AS shown,
           regexp_matches(shown.text, '[^[:space:][:punct:]]+', 'g') AS found
    ),
    matched AS (
      SELECT word FROM token
      WHERE EXISTS (SELECT FROM stem WHERE ts_lexize(stem.id, search_fold(token.word)) && stem.lexemes)
         OR search_fold(word) IN (SELECT word FROM term EXCEPT SELECT word FROM stop)
    )`;
