import type { MadeReading } from "../data/course";
import type { Bench, Outcome } from "../lib/goal";
import { inTurn, median, numbers, ratioOf } from "../lib/measure";
import { ms } from "../lib/table";
import { Worker } from "../lib/worker";
import type { ListQuestions } from "../workers/lists";

const COMMENTS = 5_000;
const MANY = 50_000;
const TIMES = 5;

/** The paragraph beside which the most threads stand, as a position from 1. */
function busiest({ comments }: MadeReading): number {
  const roots = new Map<number, number>();
  for (const { paragraph, parentId } of comments) {
    if (parentId === null) roots.set(paragraph, (roots.get(paragraph) ?? 0) + 1);
  }
  const [first] = [...roots].sort((a, b) => b[1] - a[1]);
  return (first?.[0] ?? 0) + 1;
}

/** Listing comments in the server, against the database making the same JSON, and the last page against the first. */
async function run({ product, rounds, say }: Bench): Promise<Outcome> {
  const { course, env } = product;
  const { courseId } = course;
  const { userId } = course.reader;
  const { readingId } = await course.reading(COMMENTS);
  const long = await course.reading(MANY);
  const lists = new Worker<ListQuestions>(new URL("../workers/lists.ts", import.meta.url), env);
  try {
    const list = (how: "product" | "floor") =>
      lists.ask("list", { courseId, readingId, userId, how, times: TIMES });
    const place = { courseId, readingId: long.readingId, userId, position: busiest(long), times: TIMES };
    const page = (last: boolean) => lists.ask("page", { ...place, last });
    await list("product");
    await list("floor");
    say(`${COMMENTS} comments, and pages of the threads beside one paragraph`);
    const whole = await inTurn(
      rounds,
      () => list("floor"),
      () => list("product"),
    );
    const pages = await inTurn(
      rounds,
      () => page(false),
      () => page(true),
    );
    const each = (measured: { each: number }) => measured.each;
    const typical = (rounds: Record<"ours" | "theirs", { each: number }[]>[], side: "ours" | "theirs") =>
      ms(median(rounds.flatMap((round) => round[side].map(each))));
    const listed = ratioOf(numbers(whole, each, each), "less");
    const paged = ratioOf(numbers(pages, each, each), "less");
    const statements = Math.max(...whole.flatMap((round) => round.ours.map((one) => one.statements)));
    const threads = pages[0]?.ours[0]?.threads ?? 0;
    return {
      lines: [
        {
          what: "list 5,000 comments",
          ours: typical(whole, "ours"),
          theirs: `json_agg ${typical(whole, "theirs")}`,
          ratio: listed,
          goal: "≤ 1.5",
          met: listed.median <= 1.5,
        },
        {
          what: "statements for it",
          ours: String(statements),
          theirs: "json_agg 1",
          ratio: null,
          goal: "≤ 2",
          met: statements <= 2,
        },
        {
          what: `the last page of ${threads} threads beside a paragraph, among 50,000 comments`,
          ours: typical(pages, "ours"),
          theirs: `the first: ${typical(pages, "theirs")}`,
          ratio: paged,
          goal: "≤ 1.1",
          met: paged.median <= 1.1,
        },
      ],
      rounds: { whole, pages },
    };
  } finally {
    lists.stop();
  }
}

export const p8 = { name: "P8", run };
