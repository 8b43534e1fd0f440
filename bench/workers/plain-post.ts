import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { postComment } from "@/server/commands/comment/post-comment";
import { courseAccess } from "@/server/queries/course-access";
import { newComment, type Place } from "../lib/post";
import { type Statement, statementsOf } from "../lib/statements";
import { answer } from "../lib/worker";

export interface PlainPostQuestions {
  /** Serves posts by the statements that the product runs for each of these writers; gives its address. */
  serve: { ask: { courseId: string; places: Place[] }; answer: { address: string; statements: number } };
}

interface Recorded {
  id: string;
  statements: Statement[];
}

/** As many connections as the product has. */
const CONNECTIONS = 20;

/** What the product runs when this writer posts, with the id of the comment that was posted. */
async function record(courseId: string, place: Place): Promise<Recorded> {
  const comment = newComment(place, 0);
  const statements = await statementsOf(async () => {
    const access = await courseAccess({ userId: place.userId, sessionVersion: 1 }, courseId);
    await postComment(access, comment, new Date());
  });
  // Several posts share one notification, after their commits: it belongs to none of them.
  return { id: comment.id, statements: statements.filter(({ text }) => !text.includes("pg_notify")) };
}

const told = (value: unknown, from: string, to: string) =>
  typeof value === "string" ? value.replaceAll(from, to) : value;

/** Which parameter of the event's insert is its number: the one thing that is read in between and written again. */
function placeOfSeq(text: string): number | null {
  const columns = /INSERT INTO \S*"Event" \(([^)]*)\)/.exec(text)?.[1]?.split(",");
  return columns ? columns.findIndex((column) => column.includes('"seq"')) : null;
}

/** Runs a recorded post with another comment's id, statement by statement. */
async function replay(client: pg.PoolClient, template: Recorded, id: string): Promise<void> {
  let seq: unknown = null;
  for (const { text, values } of template.statements) {
    const own = values.map((value) => told(value, template.id, id));
    const place = placeOfSeq(text);
    if (place !== null) own[place] = seq;
    const { rows } = await client.query({ text, values: own, rowMode: "array" });
    if (/^UPDATE \S*"Room"/.test(text)) seq = rows[0]?.find((value: unknown) => typeof value === "number");
  }
}

async function bodyOf(request: IncomingMessage): Promise<{ id: string; writer: number }> {
  let body = "";
  for await (const chunk of request) body += chunk;
  const { json } = JSON.parse(body);
  return { id: json.comment.id, writer: Number(request.headers["x-writer"]) };
}

answer<PlainPostQuestions>({
  async serve({ courseId, places }) {
    const [first] = places;
    // The first post of a process also opens what later ones find open.
    if (first) await record(courseId, first);
    const known: Recorded[] = [];
    for (const place of places) known.push(await record(courseId, place));
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: CONNECTIONS });
    const server = createServer(async (request, response) => {
      const { id, writer } = await bodyOf(request);
      const template = known[writer];
      const client = await pool.connect();
      try {
        if (template) await replay(client, template, id);
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ result: { id } }));
      } catch (error) {
        await client.query("ROLLBACK");
        response.writeHead(500).end(String(error));
      } finally {
        client.release();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return { address: `http://127.0.0.1:${port}`, statements: known[0]?.statements.length ?? 0 };
  },
});
