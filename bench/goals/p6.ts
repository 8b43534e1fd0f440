import type { Bench, Outcome } from "../lib/goal";
import { inTurn, median, numbers, ratioOf } from "../lib/measure";
import type { Place } from "../lib/post";
import { ms } from "../lib/table";
import { Worker } from "../lib/worker";
import type { PlainPostQuestions } from "../workers/plain-post";
import type { PosterQuestions } from "../workers/posters";

const WRITERS = 16;
const SECONDS = 4;
const GOAL = 0.5;

const worker = (name: string) => new URL(`../workers/${name}.ts`, import.meta.url);

/** Posting anchored comments over HTTP, against a bare server that runs the same statements and asks no questions. */
async function run({ product, rounds, say }: Bench): Promise<Outcome> {
  const { course, env, address } = product;
  const people = await course.join(WRITERS);
  const cookies = await Promise.all(people.map((person) => product.cookie(person)));
  const places: Place[] = [];
  for (const { userId } of people) {
    const { readingId } = await course.reading(0);
    places.push({ userId, readingId, paragraphs: course.text.paragraphs });
  }
  const plain = new Worker<PlainPostQuestions>(worker("plain-post"), env);
  const posters = new Worker<PosterQuestions>(worker("posters"));
  try {
    const { courseId } = course;
    const floor = await plain.ask("serve", { courseId, places });
    const post = (url: string, seconds = SECONDS) =>
      posters.ask("post", { url, courseId, places, cookies, seconds });
    const ours = `${address}/api/trpc/comment.post`;
    await post(ours, 2);
    await post(floor.address, 1);
    say(`${WRITERS} writers, ${floor.statements} statements a post`);
    const measured = await inTurn(
      rounds,
      () => post(floor.address),
      () => post(ours),
    );
    const rate = ({ perSecond }: { perSecond: number }) => perSecond;
    const ratio = ratioOf(numbers(measured, rate, rate), "more");
    const typical = (side: "ours" | "theirs") => {
      const all = measured.flatMap((round) => round[side]);
      return `${median(all.map(rate)).toFixed(0)}/s, p99 ${ms(median(all.map(({ p99 }) => p99)))}`;
    };
    return {
      lines: [
        {
          what: `anchored comments posted by ${WRITERS} writers`,
          ours: typical("ours"),
          theirs: `node:http + pg, the same ${floor.statements} statements: ${typical("theirs")}`,
          ratio,
          goal: "≥ 0.5",
          met: ratio.median >= GOAL,
        },
      ],
      rounds: { writers: WRITERS, statements: floor.statements, measured },
    };
  } finally {
    plain.stop();
    posters.stop();
  }
}

export const p6 = { name: "P6", run };
