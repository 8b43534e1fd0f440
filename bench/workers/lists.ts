import { noFilter } from "@/domain/comment/filter";
import { pool } from "@/server/adapters/db";
import { commentsOfReading } from "@/server/queries/comment";
import { courseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { threadsOfParagraph } from "@/server/queries/thread";
import { statementsOf } from "../lib/statements";
import { answer, now } from "../lib/worker";

interface List {
  courseId: string;
  readingId: string;
  userId: string;
  times: number;
}

export interface ListQuestions {
  /** All comments of a reading as the product gives them, or as the database alone makes their JSON; ms each. */
  list: {
    ask: List & { how: "product" | "floor" };
    answer: { each: number; statements: number; bytes: number };
  };
  /** The first or the last page of the threads beside a paragraph; ms each. */
  page: { ask: List & { position: number; last: boolean }; answer: { each: number; threads: number } };
}

/** The same rows and what hangs on them, made into JSON by PostgreSQL. */
const floor = `
  SELECT json_agg(json_build_object(
    'id', c.id, 'roomId', c."roomId", 'readingId', c."readingId", 'threadId', c."threadId",
    'parentId', c."parentId", 'groupId', r."groupId", 'paragraphId', c."paragraphId",
    'start', c."startOffset", 'end', c."endOffset", 'quote', c.quote, 'signal', c.signal,
    'audience', c.audience, 'body', c.body, 'version', c.version, 'revision', c.revision,
    'createdAt', c."createdAt", 'editedAt', c."editedAt", 'deleted', c."deletedAt" IS NOT NULL,
    'authorId', c."authorId", 'name', u.name, 'role', m.role,
    'threadAuthor', c."threadAuthorId", 'resolved', c."resolvedAt" IS NOT NULL,
    'pinned', c."pinnedAt" IS NOT NULL, 'answerId', c."answerId",
    'reactions', (SELECT json_agg(json_build_array(x.kind, x."membershipId")) FROM "Reaction" x WHERE x."commentId" = c.id),
    'mentions', (SELECT json_agg(x.words) FROM "Mention" x WHERE x."commentId" = c.id),
    'citations', (SELECT json_agg(x."paragraphId") FROM "Citation" x WHERE x."commentId" = c.id),
    'spans', (SELECT json_agg(x.quote) FROM "CommentSpan" x WHERE x."commentId" = c.id)
  ) ORDER BY c."createdAt", c.id)::text AS list
  FROM "Comment" c JOIN "Room" r ON r.id = c."roomId"
  JOIN "Membership" m ON m.id = c."authorId" JOIN "User" u ON u.id = m."userId"
  WHERE c."courseId" = $1 AND c."readingId" = $2`;

async function timed(times: number, work: () => Promise<unknown>): Promise<number> {
  const begun = now();
  for (let time = 0; time < times; time++) await work();
  return (now() - begun) / times;
}

async function asReader({ courseId, readingId, userId }: List) {
  const access = await courseAccess({ userId, sessionVersion: 1 }, courseId);
  return { access, discussion: await discussionOfReading(access, readingId, new Date()), readingId };
}

answer<ListQuestions>({
  async list(asked) {
    const { access, discussion, readingId } = await asReader(asked);
    let bytes = 0;
    const product = async () => {
      bytes = JSON.stringify(await commentsOfReading(access, discussion, readingId)).length;
    };
    const bare = async () => {
      const { rows } = await pool().query<{ list: string }>(floor, [asked.courseId, readingId]);
      bytes = rows[0]?.list.length ?? 0;
    };
    const work = asked.how === "product" ? product : bare;
    const statements = await statementsOf(work);
    return { each: await timed(asked.times, work), statements: statements.length, bytes };
  },
  async page(asked) {
    const query = { ...(await asReader(asked)), filter: noFilter };
    let cursor = 0;
    let threads = 0;
    for (let next: number | null = 0; next !== null; ) {
      const page = await threadsOfParagraph(query, asked.position, { cursor: next });
      threads += page.heads.length;
      cursor = next;
      next = page.next;
    }
    const at = asked.last ? cursor : 0;
    const work = () => threadsOfParagraph(query, asked.position, { cursor: at });
    return { each: await timed(asked.times, work), threads };
  },
});
