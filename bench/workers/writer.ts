import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { v7 } from "uuid";
import { announce } from "@/server/adapters/pubsub";
import { answer, now } from "../lib/worker";

export interface Writing {
  courseId: string;
  roomId: string;
  readingId: string;
  /** Memberships, in whose names it is written by turns. */
  authors: string[];
  paragraphs: { id: string; text: string }[];
  perSecond: number;
  seconds: number;
  /** Whom to tell after each commit: the product as it tells itself, or the plain server. */
  tell: "product" | "plain";
}

export interface WriterQuestions {
  /** Answers with `[seq, time of the commit]`. */
  write: { ask: Writing; answer: [number, number][] };
}

/** One comment with its event, as the product writes it, in one statement and so in one transaction. */
const post = `
  WITH room AS (UPDATE "Room" SET "lastSeq" = "lastSeq" + 1 WHERE id = $1 RETURNING "lastSeq"),
  written AS (
    INSERT INTO "Comment" (id, "courseId", "roomId", "readingId", "authorId", "threadId", "threadAuthorId",
      "paragraphId", "startOffset", "endOffset", quote, prefix, suffix, signal, audience, body, "createdAt")
    VALUES ($2, $3, $1, $4, $5, $2, $5, $6, $7, $8, $9, '', '', 'question', 'group', $10, now()))
  INSERT INTO "Event" ("courseId", "roomId", seq, type, "actorId", "subjectId", payload, at)
  SELECT $3, $1, "lastSeq", 'comment.posted', $5, $2,
    json_build_object('threadId', $2::uuid, 'audience', 'group'), now() FROM room
  RETURNING seq`;

const body =
  "Who could have known this before the harvest, and whom would they have told? The ledger says otherwise, " +
  "and so does the letter that is quoted further down.";

const db = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });

function values({ roomId, courseId, readingId, authors, paragraphs }: Writing, turn: number): unknown[] {
  const paragraph = paragraphs[(turn * 37) % paragraphs.length];
  const author = authors[turn % authors.length];
  const quote = paragraph?.text.slice(0, 60);
  return [roomId, v7(), courseId, readingId, author, paragraph?.id, 0, quote?.length, quote, body];
}

answer<WriterQuestions>({
  async write(writing) {
    const { courseId, roomId, perSecond, seconds, tell } = writing;
    const commits: [number, number][] = [];
    const begun = now();
    for (let turn = 0; turn < perSecond * seconds; turn++) {
      await sleep(Math.max(0, begun + (turn * 1000) / perSecond - now()));
      const { rows } = await db.query<{ seq: number }>(post, values(writing, turn));
      const seq = rows[0]?.seq ?? 0;
      commits.push([seq, now()]);
      if (tell === "product") announce({ kind: "room", roomId, courseId });
      else await db.query("SELECT pg_notify('bench_plain', $1)", [String(seq)]);
    }
    return commits;
  },
});
