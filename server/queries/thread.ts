import { standing } from "@/domain/comment/conversation";
import type { ThreadCounts, ThreadFilter } from "@/domain/comment/filter";
import type { CommentWire } from "@/domain/comment/wire";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { entryOf } from "./citation";
import { commentFields, commentsByIds, findComment, toWire } from "./comment";
import type { CourseAccess } from "./course-access";
import type { DiscussionFacts } from "./discussion";
import { commentScope, commentScopeSql } from "./scope";
import { memberOfKey, type Naming, namingFor } from "./voice";

/** Beside one paragraph stand this many threads at most; the rest open from there. */
export const THREADS_BESIDE = 5;
const PAGE = 50;

export interface ThreadHead extends ThreadCounts {
  root: CommentWire;
}

export interface ThreadQuery {
  access: CourseAccess;
  discussion: DiscussionFacts;
  readingId: Id;
  filter: ThreadFilter;
}

/**
 * The threads of a reading that this person may see, as the CTE `thread`: root's columns, `position` of its paragraph
 * (0 for the whole reading), `replies`, `unread`, `mine`, `open`. Resolved ones are in it.
 */
export function threadsSql({ access, discussion, readingId, filter }: ThreadQuery): Prisma.Sql {
  const me = access.actor.membershipId;
  const person = personSql(namingFor(access, discussion), filter.person);
  return Prisma.sql`
    seen AS MATERIALIZED (
      SELECT c.id, c."threadId", c."paragraphId", c."startOffset", c."endOffset", c.signal, c."authorId",
             c."createdAt", c."deletedAt", c."resolvedAt", c."pinnedAt", c."answerId"
      FROM "Comment" c JOIN "Room" r ON r.id = c."roomId"
      WHERE c."courseId" = ${access.courseId}::uuid AND c."readingId" = ${readingId}::uuid
        AND ${commentScopeSql(access.actor, discussion.othersVisible)}
    ),
    counted AS (
      SELECT s."threadId" AS id,
             count(*) FILTER (WHERE s.id <> s."threadId")::int AS replies,
             count(*) FILTER (WHERE s."authorId" <> ${me}::uuid
                              AND s."createdAt" > coalesce(t.through, '-infinity'))::int AS unread,
             bool_or(s."authorId" = ${me}::uuid) AS mine,
             bool_or(s."authorId" = ${person}) AS theirs
      FROM seen s LEFT JOIN "ThreadSeen" t ON t."threadId" = s."threadId" AND t."membershipId" = ${me}::uuid
      WHERE s."deletedAt" IS NULL
      GROUP BY s."threadId"
    ),
    every AS (
      SELECT root.*, k.replies, k.unread, k.mine, k.theirs, coalesce(p.position, 0) AS position,
             root.signal = 'question' AND root."deletedAt" IS NULL AND root."answerId" IS NULL
               AND root."resolvedAt" IS NULL AS open
      FROM counted k JOIN seen root ON root.id = k.id LEFT JOIN "Paragraph" p ON p.id = root."paragraphId"
    ),
    thread AS (SELECT * FROM every e WHERE ${filterSql(filter)})`;
}

/** A student's membership is no key where classmates see aliases: it would tell who hides behind which. */
function personSql(naming: Naming, key: string | null): Prisma.Sql {
  if (key === null) return Prisma.sql`NULL::uuid`;
  const member = memberOfKey(naming, key);
  if (member) return Prisma.sql`${member}::uuid`;
  return Prisma.sql`(SELECT id FROM "Membership" WHERE id = ${key}::uuid AND role IN ('instructor', 'assistant'))`;
}

function filterSql({ show, person }: ThreadFilter): Prisma.Sql {
  const who = person ? Prisma.sql`AND e.theirs` : Prisma.empty;
  switch (show) {
    case "all":
      return Prisma.sql`TRUE ${who}`;
    case "unread":
      return Prisma.sql`e.unread > 0 ${who}`;
    case "mine":
      return Prisma.sql`e.mine ${who}`;
    case "unanswered":
      return Prisma.sql`e.open ${who}`;
    case "resolved":
      return Prisma.sql`e."resolvedAt" IS NOT NULL ${who}`;
    default:
      return Prisma.sql`e.signal = ${show}::"Signal" ${who}`;
  }
}

interface HeadRow extends ThreadCounts {
  id: Id;
  position: number;
}

async function withRoots(query: ThreadQuery, rows: HeadRow[]): Promise<ThreadHead[]> {
  const roots = await commentsByIds(
    query.access,
    query.discussion,
    rows.map((row) => row.id),
  );
  const byId = new Map(roots.map((root) => [root.id, root]));
  return rows.flatMap(({ id, replies, unread }) => {
    const root = byId.get(id);
    return root ? [{ root, replies, unread }] : [];
  });
}

/** Order of threads in the text: pinned first beside their paragraph, then by place, then by age. */
const inOrder = Prisma.sql`"pinnedAt" IS NULL, coalesce("startOffset", -1), "createdAt", id`;

/**
 * The threads that stand beside these paragraphs (0 is the whole reading): the most talked about, at most
 * `THREADS_BESIDE` each, in the order of the text. Two statements.
 */
export async function headsOf(query: ThreadQuery, positions: number[]) {
  const rows = await db().$queryRaw<(HeadRow & { total: number })[]>`
    WITH ${threadsSql(query)},
    ranked AS (
      SELECT *, count(*) OVER (PARTITION BY position)::int AS total,
             row_number() OVER (PARTITION BY position
               ORDER BY "pinnedAt" IS NULL, "resolvedAt" IS NOT NULL, replies DESC, "createdAt", id) AS rank
      FROM thread WHERE position = ANY(${positions}::int[])
    )
    SELECT id, position, replies, unread, total FROM ranked WHERE rank <= ${THREADS_BESIDE}
    ORDER BY position, ${inOrder}`;
  const more: Record<number, number> = {};
  for (const { position, total } of rows) if (total > THREADS_BESIDE) more[position] = total - THREADS_BESIDE;
  return { heads: await withRoots(query, rows), more };
}

const coversSql = (position: number, at: number) => Prisma.sql`
  (position = ${position} AND "startOffset" <= ${at} AND "endOffset" > ${at}
   OR EXISTS (SELECT FROM "CommentSpan" s JOIN "Paragraph" p ON p.id = s."paragraphId"
              WHERE s."commentId" = thread.id AND p.position = ${position}
                AND s."startOffset" <= ${at} AND s."endOffset" > ${at}))`;

/** How long a passage is, in all its paragraphs. */
const lengthSql = Prisma.sql`"endOffset" - "startOffset" + coalesce(
  (SELECT sum(s."endOffset" - s."startOffset") FROM "CommentSpan" s WHERE s."commentId" = thread.id), 0)`;

/**
 * All threads beside one paragraph, a page at a time in the order of the text; with `at` those whose passage covers
 * that offset, wherever it began, the shortest first. Two statements.
 */
export async function threadsOfParagraph(
  query: ThreadQuery,
  position: number,
  { at = null, cursor: after = 0 }: { at?: number | null | undefined; cursor?: number | undefined },
) {
  const where = at === null ? Prisma.sql`position = ${position}` : coversSql(position, at);
  const order = at === null ? inOrder : Prisma.sql`${lengthSql}, "createdAt", id`;
  const rows = await db().$queryRaw<HeadRow[]>`
    WITH ${threadsSql(query)}
    SELECT id, position, replies, unread FROM thread WHERE ${where}
    ORDER BY ${order} LIMIT ${PAGE + 1} OFFSET ${after}`;
  return {
    heads: await withRoots(query, rows.slice(0, PAGE)),
    next: rows.length > PAGE ? after + PAGE : null,
  };
}

/** The next unread thread after (or before) a place in the text, going round at the end; null when all are read. */
export async function nextUnread(
  query: Omit<ThreadQuery, "filter">,
  from: { position: number; threadId: Id | null; back: boolean },
): Promise<{ threadId: Id; position: number } | null> {
  const rows = await db().$queryRaw<{ id: Id; position: number; unread: number }[]>`
    WITH ${threadsSql({ ...query, filter: { show: "all", person: null } })}
    SELECT id, position, unread FROM thread
    WHERE unread > 0 OR id = ${from.threadId}::uuid
    ORDER BY position, ${inOrder}`;
  if (from.back) rows.reverse();
  const here = rows.findIndex((row) => row.id === from.threadId);
  const isPast = (row: { position: number }) =>
    from.back ? row.position <= from.position : row.position >= from.position;
  const start = here >= 0 ? here + 1 : rows.findIndex(isPast);
  const round = start < 0 ? rows : [...rows.slice(start), ...rows.slice(0, start)];
  const next = round.find((row) => row.unread > 0 && row.id !== from.threadId);
  return next ? { threadId: next.id, position: next.position } : null;
}

/** One thread with all its replies, oldest first. Refuses `not-found` where it may not be seen. */
export async function threadOf(access: CourseAccess, threadId: Id, now: Date) {
  const { discussion, row } = await findComment(access, threadId, now);
  const rows = await db().comment.findMany({
    where: {
      courseId: access.courseId,
      threadId: row.threadId,
      ...commentScope(access.actor, discussion.othersVisible),
    },
    select: {
      ...commentFields,
      seen: { where: { membershipId: access.actor.membershipId }, select: { through: true } },
    },
  });
  const naming = namingFor(access, discussion);
  const enters = entryOf(access.actor, now);
  const seenThrough = rows.find((one) => one.id === row.threadId)?.seen[0]?.through;
  return {
    comments: standing(rows.map((one) => toWire(one, naming, enters))),
    /** ISO 8601; what is newer and somebody else's is unread. */
    seenThrough: seenThrough?.toISOString() ?? null,
  };
}
