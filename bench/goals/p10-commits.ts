import type { Bench, Line, Outcome } from "../lib/goal";
import { inTurn, median, numbers, ratioOf } from "../lib/measure";
import { Worker } from "../lib/worker";
import type { CommitQuestions } from "../workers/commits";
import type { ReaderQuestions } from "../workers/readers";

const ROOMS = 16;
const WRITERS = 64;
const SECONDS = 4;

const worker = (name: string) => new URL(`../workers/${name}.ts`, import.meta.url);

/** Commits a second of the product's own command, with what it tells after each and without. */
export async function commits({ product, rounds, say }: Bench): Promise<Outcome> {
  const { course, env, address } = product;
  const readings: string[] = [];
  for (let index = 0; index < ROOMS; index++) readings.push((await course.reading(0)).readingId);
  const people = await course.join(WRITERS);
  const cookies = await Promise.all(people.map((person) => product.cookie(person)));
  const readers = new Worker<ReaderQuestions>(worker("readers"));
  const told = new Worker<CommitQuestions>(worker("commits"), env);
  const silent = new Worker<CommitQuestions>(worker("commits"), env);
  const work = {
    courseId: course.courseId,
    readings,
    writers: people.map((person) => person.userId),
    paragraphs: course.text.paragraphs,
    seconds: SECONDS,
  };
  const withReaders = async () => {
    for (const [index, readingId] of readings.entries()) {
      const url = `${address}/api/stream?course=${course.courseId}&reading=${readingId}`;
      await readers.ask("open", { url, cookies: cookies.filter((_, at) => at % ROOMS === index) });
    }
    const rate = await told.ask("commit", { ...work, tell: true });
    await readers.ask("close", null);
    return rate;
  };
  try {
    const short = { ...work, seconds: 1 };
    await silent.ask("commit", { ...short, tell: false });
    await told.ask("commit", { ...short, tell: true });
    say(`${WRITERS} writers in ${ROOMS} rooms, told and not told`);
    const off = () => silent.ask("commit", { ...work, tell: false });
    const bare = await inTurn(rounds, off, () => told.ask("commit", { ...work, tell: true }));
    say("the same while each writer's stream is open");
    const read = await inTurn(rounds, off, withReaders);
    const itself = (rate: number) => rate;
    const line = (what: string, measured: typeof bare, goal: string): Line => {
      const ratio = ratioOf(numbers(measured, itself, itself), "more");
      const typical = (side: "ours" | "theirs") =>
        `${median(measured.flatMap((round) => round[side])).toFixed(0)}/s`;
      return {
        what,
        ours: typical("ours"),
        theirs: `off: ${typical("theirs")}`,
        ratio,
        goal: goal === "" ? "–" : goal,
        met: goal === "" ? null : ratio.median >= 0.9,
      };
    };
    return {
      lines: [
        line(`commits at ${WRITERS} writers, realtime on against off`, bare, "≥ 0.9"),
        line(`the same with ${WRITERS} streams open (they share the processor)`, read, ""),
      ],
      rounds: { bare, read },
    };
  } finally {
    for (const one of [readers, told, silent]) one.stop();
  }
}
