import { editedText } from "../data/edits";
import { Prose } from "../data/prose";
import { Random } from "../data/random";
import type { Bench, Line } from "../lib/goal";
import { median } from "../lib/measure";
import { ms } from "../lib/table";
import { Worker } from "../lib/worker";
import type { MoveQuestions } from "../workers/move";

const COMMENTS = 5_000;
const TIMES = 3;
const SEED = 11;

/** What stands elsewhere than its words do. */
const astray = `SELECT count(*)::int AS count FROM "Comment" c LEFT JOIN "Paragraph" p ON p.id = c."paragraphId"
  WHERE c."readingId" = $1 AND c.quote IS NOT NULL
    AND substr(p.text, c."startOffset" + 1, c."endOffset" - c."startOffset") IS DISTINCT FROM c.quote`;

/** The whole command that brings a reading with 5,000 comments to the next version of its source, in its transaction. */
export async function moveLines({ product, say }: Bench): Promise<Line[]> {
  const { course, env, db } = product;
  const [instructor] = await course.join(1, "instructor");
  const random = new Random(SEED);
  const edited = editedText(course.text, new Prose(random), random, new Date());
  const versionId = await course.edition(edited);
  const mover = new Worker<MoveQuestions>(new URL("../workers/move.ts", import.meta.url), env);
  const times: number[] = [];
  let wrong = 0;
  try {
    say(`a reading with ${COMMENTS} comments to its next version`);
    for (let time = 0; time < TIMES; time++) {
      const { readingId } = await course.reading(COMMENTS);
      const { courseId, versionId: from } = course;
      times.push(
        await mover.ask("move", { courseId, userId: instructor?.userId ?? "", readingId, versionId, from }),
      );
      const { rows } = await db.query<{ count: number }>(astray, [readingId]);
      wrong += rows[0]?.count ?? 0;
    }
  } finally {
    mover.stop();
  }
  const slowest = Math.max(...times);
  return [
    {
      what: "the whole command that moves a reading with 5,000 comments, with its events, in PostgreSQL",
      ours: `${ms(median(times))} (slowest ${ms(slowest)})`,
      theirs: `${wrong} comments stand on other words than they quote`,
      ratio: null,
      goal: "–",
      met: null,
    },
  ];
}
