import type { Id } from "@/domain/id";
import {
  type CommentFact,
  type EvidenceFact,
  type ParticipationLog,
  saidIn,
  type Utterance,
  type Writing,
} from "@/domain/participation/log";
import { pool } from "./db";

/** Citations of a former body, found by their numbers: its rows went when it was written anew or deleted. */
const CITED_IN_FORMER = `
  SELECT json_agg(DISTINCT named.id)
  FROM regexp_matches(v.body, '\\[\\[\\s?(\\d{1,4})\\s?[¶:]\\s?(\\d{1,5})(?:[^\\S\\r\\n]{1,3}[^\\s\\[\\]][^\\[\\]\\r\\n]{0,39})?\\s?\\]\\]', 'g') AS mark
  JOIN "Reading" there ON there."courseId" = v."courseId" AND there.position = mark[1]::int
  JOIN "Paragraph" named ON named."versionId" = there."versionId" AND named.number = mark[2]::int
  WHERE named.id IS DISTINCT FROM c."paragraphId"`;

/** $3 narrows to what one student wrote and what answers it. */
const COMMENTS = `
  SELECT e."roomId" AS room, e.seq, e.at, c.id, c."authorId", p."authorId" AS "answersId", c."paragraphId",
    c."readingId", c."threadId",
    c.audience, c.body, nullif(c.words, 0) AS words, coalesce(c."editedAt", c."createdAt") AS "writtenAt",
    c."deletedAt",
    CASE WHEN c.version > 1 THEN (
      SELECT json_agg(json_build_object('at', v.at, 'body', v.body, 'cited', (${CITED_IN_FORMER})) ORDER BY v.version)
      FROM "CommentVersion" v WHERE v."commentId" = c.id
    ) END AS former,
    CASE WHEN $3::uuid IS NULL OR c."authorId" = $3 THEN (
      SELECT json_agg(DISTINCT t."paragraphId") FROM "Citation" t
      WHERE t."commentId" = c.id AND t."paragraphId" IS DISTINCT FROM c."paragraphId"
    ) END AS cited
  FROM "Event" e
  JOIN "Room" r ON r.id = e."roomId"
  JOIN "Comment" c ON c.id = e."subjectId"
  LEFT JOIN "Comment" p ON p.id = c."parentId"
  WHERE r."courseId" = $1 AND r."assignmentId" = $2 AND e.type = 'comment.posted'
    AND ($3::uuid IS NULL OR c."authorId" = $3 OR p."authorId" = $3)`;

/** A piece that was taken back and filed again stands as it was filed first. */
const EVIDENCE = `
  SELECT DISTINCT ON (v.id) e."roomId" AS room, e.seq, e.at, v.id, v."authorId", v.claim AS body,
    concat_ws(' ', v."paragraphId", v."startOffset", v."endOffset") AS passage,
    concat_ws(' ', v.relation, coalesce(v."positionId"::text, '-'), v."dimensionId") AS place,
    coalesce(v."editedAt", v."filedAt") AS "writtenAt", v."deletedAt",
    CASE WHEN v.version > 1 THEN (
      SELECT json_agg(json_build_object('at', x.at, 'body', x.claim, 'place',
        concat_ws(' ', x.relation, coalesce(x."positionId"::text, '-'), x."dimensionId")) ORDER BY x.version)
      FROM "EvidenceVersion" x WHERE x."evidenceId" = v.id
    ) END AS former,
    (SELECT json_agg(json_build_object('at', m.at, 'intoId', m.payload->>'intoId') ORDER BY m.seq)
      FROM "Event" m
      WHERE m."courseId" = $1 AND m."subjectId" = v.id AND m.type = 'evidence.merged') AS merged
  FROM "Event" e
  JOIN "Room" r ON r.id = e."roomId"
  JOIN "Evidence" v ON v.id = e."subjectId"
  WHERE r."courseId" = $1 AND r."assignmentId" = $2 AND e.type = 'evidence.filed'
    AND v."filedAt" IS NOT NULL AND ($3::uuid IS NULL OR v."authorId" = $3)
  ORDER BY v.id, e.seq`;

const PARAGRAPHS = `
  SELECT p.id, p.text FROM "Reading" g JOIN "Paragraph" p ON p."versionId" = g."versionId"
  WHERE g."courseId" = $1 AND g."assignmentId" = $2`;

/** For one student: all that anybody wrote to a group, each time it was written, since it could have been copied. */
const SAID = `
  SELECT json_agg(json_build_array(s.id, s."authorId", (extract(epoch FROM s.at) * 1000)::bigint, s.body)) AS said
  FROM (
    SELECT c.id, c."authorId", coalesce(c."editedAt", c."createdAt") AS at, c.body
    FROM "Room" r JOIN "Comment" c ON c."courseId" = r."courseId" AND c."roomId" = r.id
    WHERE r."courseId" = $1 AND r."assignmentId" = $2 AND $3::uuid IS NOT NULL
      AND c.audience = 'group' AND c."deletedAt" IS NULL
    UNION ALL
    SELECT c.id, c."authorId", v.at, v.body
    FROM "Room" r JOIN "Comment" c ON c."courseId" = r."courseId" AND c."roomId" = r.id
    JOIN "CommentVersion" v ON v."commentId" = c.id
    WHERE r."courseId" = $1 AND r."assignmentId" = $2 AND $3::uuid IS NOT NULL AND c.audience = 'group'
  ) s`;

const LOG = `
  SELECT 'comment' AS kind, to_json(found) AS row FROM (${COMMENTS}) found
  UNION ALL SELECT 'evidence', to_json(found) FROM (${EVIDENCE}) found
  UNION ALL SELECT 'paragraph', to_json(found) FROM (${PARAGRAPHS}) found
  UNION ALL SELECT 'said', found.said FROM (${SAID}) found`;

/** As PostgreSQL writes a moment in JSON. */
type Moment = string;

interface FactRow {
  room: Id;
  seq: number;
  at: Moment;
  id: Id;
  authorId: Id;
  body: string;
  writtenAt: Moment;
  deletedAt: Moment | null;
}

interface CommentRow extends FactRow {
  answersId: Id | null;
  paragraphId: Id | null;
  readingId: Id;
  threadId: Id;
  audience: CommentFact["audience"];
  words: number | null;
  cited: Id[] | null;
  former: { at: Moment; body: string; cited: Id[] | null }[] | null;
}

interface EvidenceRow extends FactRow {
  passage: string;
  place: string;
  former: { at: Moment; body: string; place: string }[] | null;
  merged: { at: Moment; intoId: Id | null }[] | null;
}

type Row =
  | { kind: "comment"; row: CommentRow }
  | { kind: "evidence"; row: EvidenceRow }
  | { kind: "paragraph"; row: { id: Id; text: string } }
  | { kind: "said"; row: [id: Id, authorId: Id, at: number, body: string][] | null };

const factOf = ({ id, room, seq, at, authorId, deletedAt }: FactRow) => ({
  id,
  room,
  seq,
  at: new Date(at),
  authorId,
  deletedAt: deletedAt === null ? null : new Date(deletedAt),
});

/** The words of a deleted comment are in its last version. */
function commentFact(row: CommentRow): CommentFact {
  const { answersId, paragraphId, readingId, threadId, audience, body, words, cited } = row;
  const former = (row.former ?? []).map(
    (version): Writing => ({
      at: new Date(version.at),
      body: version.body,
      words: null,
      cited: version.cited ?? [],
    }),
  );
  const current = { at: new Date(row.writtenAt), body, words, cited: cited ?? [] };
  return {
    ...factOf(row),
    answersId,
    paragraphId,
    thread: { readingId, threadId },
    audience,
    writings: row.deletedAt === null ? [...former, current] : former,
  };
}

/**
 * What a deleted piece said is in its last version. One that is moved to another place of the matrix leaves those it was
 * merged with, without a word in the log.
 */
function evidenceFact(row: EvidenceRow): EvidenceFact {
  const current = { at: row.writtenAt, body: row.body, place: row.place };
  const states = [...(row.former ?? []), ...(row.deletedAt === null ? [current] : [])];
  const left = states
    .filter(({ place }, index) => index > 0 && states[index - 1]?.place !== place)
    .map(({ at }) => ({ at: new Date(at), intoId: null }));
  const merged = (row.merged ?? []).map(({ at, intoId }) => ({ at: new Date(at), intoId }));
  return {
    ...factOf(row),
    passage: row.passage,
    writings: states.map(({ at, body }) => ({ at: new Date(at), body, words: null, cited: [] })),
    merged: [...merged, ...left].sort((one, other) => one.at.getTime() - other.at.getTime()),
  };
}

/**
 * What happened in an assignment as participation is counted from it: the events of its rooms with the rows they name.
 * One statement, in SQL because it is read for each student who is graded. With `studentId` only what bears on that
 * student's score.
 */
export async function participationLog(
  courseId: Id,
  assignmentId: Id,
  studentId: Id | null,
): Promise<ParticipationLog> {
  const { rows } = await pool().query<Row>(LOG, [courseId, assignmentId, studentId]);
  const comments: CommentFact[] = [];
  const evidence: EvidenceFact[] = [];
  const paragraphs: { id: Id; text: string }[] = [];
  let said: Utterance[] = [];
  for (const each of rows) {
    if (each.kind === "comment") comments.push(commentFact(each.row));
    else if (each.kind === "evidence") evidence.push(evidenceFact(each.row));
    else if (each.kind === "paragraph") paragraphs.push(each.row);
    else said = (each.row ?? []).map(([id, authorId, at, body]) => ({ id, authorId, at, body }));
  }
  return { comments, evidence, paragraphs, said: studentId === null ? saidIn(comments) : said };
}
