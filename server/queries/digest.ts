import type { Signal } from "@/domain/comment/comment";
import type { Show } from "@/domain/comment/filter";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { roomScope } from "./scope";
import { type ThreadQuery, threadsSql } from "./thread";

/** Threads, comments, unread comments and open questions beside one paragraph (position 0: the whole reading). */
export type Tally = [position: number, threads: number, comments: number, unread: number, open: number];

/** The union of the passages of one signal in one paragraph, as start, end, start, end … in UTF-16 units. */
export type Mark = [position: number, signal: Signal | "plain", offsets: number[]];

/**
 * What the reader shows before any comment has travelled: how much talk is where and which words it is about. Its
 * size is bounded by the text, not by the talk.
 */
export interface Digest {
  cursor: string;
  tallies: Tally[];
  marks: Mark[];
  counts: Record<Show, number>;
}

interface Row {
  tallies: Tally[] | null;
  marks: Mark[] | null;
  counts: Record<Show, number>;
  rooms: [string, number][] | null;
}

/** One statement, and so of one moment. Tested against its twin over `commentsOfReading`. */
export async function digestOf(query: ThreadQuery): Promise<Digest> {
  const { access, discussion } = query;
  const groups = roomScope(access.actor).OR
    ? Prisma.sql`AND (r."groupId" IS NULL OR r."groupId" = ANY(${[...access.actor.groupIds]}::uuid[]))`
    : Prisma.empty;
  const [row] = await db().$queryRaw<Row[]>`
    WITH ${threadsSql(query)},
    passages AS (
      SELECT position, signal, "startOffset" AS lo, "endOffset" AS hi FROM thread WHERE "startOffset" IS NOT NULL
      UNION ALL
      SELECT p.position, t.signal, s."startOffset", s."endOffset"
      FROM thread t JOIN "CommentSpan" s ON s."commentId" = t.id JOIN "Paragraph" p ON p.id = s."paragraphId"
    ),
    united AS (
      SELECT position, coalesce(signal::text, 'plain') AS signal, range_agg(int4range(lo, hi)) AS ranges
      FROM passages GROUP BY position, signal
    )
    SELECT
      (SELECT json_agg(json_build_array(position, threads, comments, unread, open) ORDER BY position) FROM (
         SELECT position, count(*)::int AS threads,
                sum(replies + ("deletedAt" IS NULL)::int)::int AS comments,
                sum(unread)::int AS unread, count(*) FILTER (WHERE open)::int AS open
         FROM thread GROUP BY position) tally) AS tallies,
      (SELECT json_agg(json_build_array(position, signal,
                (SELECT json_agg(edge ORDER BY edge)
                 FROM unnest(ranges) AS part, unnest(ARRAY[lower(part), upper(part)]) AS edge))
                ORDER BY position, signal)
       FROM united) AS marks,
      (SELECT json_build_object(
         'all', count(*), 'unread', count(*) FILTER (WHERE unread > 0), 'mine', count(*) FILTER (WHERE mine),
         'unanswered', count(*) FILTER (WHERE open), 'resolved', count(*) FILTER (WHERE "resolvedAt" IS NOT NULL),
         'question', count(*) FILTER (WHERE signal = 'question'),
         'insight', count(*) FILTER (WHERE signal = 'insight'),
         'challenge', count(*) FILTER (WHERE signal = 'challenge'),
         'term', count(*) FILTER (WHERE signal = 'term')) FROM every) AS counts,
      (SELECT json_agg(json_build_array(r.id, r."lastSeq") ORDER BY r.id) FROM "Room" r
       WHERE r."courseId" = ${access.courseId}::uuid AND r."assignmentId" = ${discussion.assignment.id}::uuid
       ${groups}) AS rooms`;
  if (!row) throw new Error("an aggregate gave no row");
  const { tallies, marks, counts, rooms } = row;
  return {
    cursor: (rooms ?? []).map(([room, seq]) => `${room}:${seq}`).join(","),
    tallies: tallies ?? [],
    marks: marks ?? [],
    counts,
  };
}
