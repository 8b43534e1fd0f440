import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { settings } from "@/server/adapters/settings";
import { makeCourse, today } from "@/server/testing/cast";
import { postComment } from "./post-comment";

interface Seen {
  seq: number;
  subjectId: string;
}

/** Reads what is new again and again, as a page that follows the conversation does, until `enough` were read. */
async function follow(courseId: string, enough: number, isOver: () => boolean): Promise<Seen[]> {
  const reader = new pg.Client({ connectionString: settings().DATABASE_URL });
  await reader.connect();
  const seen: Seen[] = [];
  try {
    while (seen.length < enough) {
      const last = isOver();
      const { rows } = await reader.query<Seen>(
        'SELECT seq, "subjectId" FROM "Event" WHERE "courseId" = $1 AND seq > $2 ORDER BY seq',
        [courseId, seen.at(-1)?.seq ?? 0],
      );
      seen.push(...rows);
      if (last) break;
    }
    return seen;
  } finally {
    await reader.end();
  }
}

it.each([1, 2, 3])(
  "numbers what is posted at once without a gap, and no reader misses one (%i)",
  async () => {
    const cast = await makeCourse();
    const ids = Array.from({ length: 20 }, () => uuidv7());
    let posted = false;
    const reading = follow(cast.courseId, ids.length, () => posted);
    await Promise.all(
      ids.map((id, index) =>
        postComment(
          index % 2 ? cast.ada : cast.liming,
          {
            id,
            readingId: cast.readingId,
            paragraphId: null,
            passage: null,
            signal: null,
            audience: "group",
            body: `Comment ${index}, on [[1 ¶1]].`,
          },
          today,
        ),
      ),
    );
    posted = true;
    const seen = await reading;
    expect(seen.map(({ seq }) => Number(seq))).toEqual(ids.map((_, index) => index + 1));
    expect(new Set(seen.map(({ subjectId }) => subjectId))).toEqual(new Set(ids));
  },
);
