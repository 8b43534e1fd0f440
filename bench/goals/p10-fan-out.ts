import type { Bench, Line, Outcome } from "../lib/goal";
import { inTurn, median, numbers, ratioOf } from "../lib/measure";
import { ms } from "../lib/table";
import { Worker } from "../lib/worker";
import type { PlainQuestions } from "../workers/plain-sse";
import type { Latency, ReaderQuestions } from "../workers/readers";
import type { WriterQuestions, Writing } from "../workers/writer";

/** How many readers, and how often something happens while they read. */
const crowds = [
  { readers: 500, perSecond: 10, seconds: 5 },
  { readers: 2_000, perSecond: 4, seconds: 6 },
];
/** Time for the last deliveries, in ms. */
const SETTLE = 1_500;

const worker = (name: string) => new URL(`../workers/${name}.ts`, import.meta.url);
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** How long after its commit a comment reaches every reader, beside a server that only writes the same bytes. */
export async function fanOut({ product, rounds, say }: Bench): Promise<Outcome> {
  const { course, env, address } = product;
  // What the plain server is told happens elsewhere: here it would reach the product's readers late and all at once.
  const places = { product: await course.reading(0), plain: await course.reading(0) };
  const { courseId } = course;
  const authors = course.people.slice(0, 60).map((person) => person.membershipId);
  const crowd = await course.join(Math.max(...crowds.map(({ readers }) => readers)));
  const cookies = await Promise.all(crowd.map((person) => product.cookie(person)));
  const writer = new Worker<WriterQuestions>(worker("writer"), env);
  const plain = new Worker<PlainQuestions>(worker("plain-sse"), env);
  const readers = {
    theirs: new Worker<ReaderQuestions>(worker("readers")),
    ours: new Worker<ReaderQuestions>(worker("readers")),
  };
  const write = (about: Pick<Writing, "perSecond" | "seconds" | "tell">) =>
    writer.ask("write", {
      courseId,
      ...places[about.tell],
      authors,
      paragraphs: course.text.paragraphs,
      ...about,
    });
  const stream = `${address}/api/stream?course=${courseId}&reading=${places.product.readingId}`;
  try {
    await readers.ours.ask("open", { url: stream, cookies: cookies.slice(0, 1) });
    await write({ perSecond: 2, seconds: 1, tell: "product" });
    await pause(SETTLE);
    const lines = await readers.ours.ask("sample", null);
    await readers.ours.ask("close", null);
    if (!lines) throw new Error("The stream told nothing of a comment that was posted.");
    const plainAddress = await plain.ask("serve", lines);

    const measure = async (side: "ours" | "theirs", perSecond: number, seconds: number) => {
      const commits = await write({ perSecond, seconds, tell: side === "ours" ? "product" : "plain" });
      await pause(SETTLE);
      return readers[side].ask("latency", commits);
    };
    let open = 0;
    const table: Line[] = [];
    const all: unknown[] = [];
    for (const { readers: count, perSecond, seconds } of crowds) {
      const more = cookies.slice(open, count);
      open = count;
      await readers.theirs.ask("open", { url: plainAddress, cookies: more });
      await readers.ours.ask("open", { url: stream, cookies: more });
      await pause(SETTLE);
      say(`${count} readers, ${perSecond} comments a second`);
      const measured = await inTurn(
        rounds,
        () => measure("theirs", perSecond, seconds),
        () => measure("ours", perSecond, seconds),
      );
      all.push({ count, perSecond, seconds, bytes: lines.length, measured });
      const typical = (side: "ours" | "theirs", of: (latency: Latency) => number) =>
        median(measured.flatMap((round) => round[side].map(of)));
      const ratio = (of: (latency: Latency) => number) => ratioOf(numbers(measured, of, of), "less");
      const missing = measured.flatMap((round) => round.ours).reduce((sum, one) => sum + one.missing, 0);
      const p50 = (latency: Latency) => latency.p50;
      const p99 = (latency: Latency) => latency.p99;
      const far = ratio(p99);
      table.push(
        {
          what: `from commit to ${count} readers, p99${missing > 0 ? ` (${missing} not delivered)` : ""}`,
          ours: ms(typical("ours", p99)),
          theirs: `plain SSE ${ms(typical("theirs", p99))}`,
          ratio: far,
          goal: "≤ 2",
          met: far.median <= 2 && missing === 0,
        },
        {
          what: `the same, p50`,
          ours: ms(typical("ours", p50)),
          theirs: `plain SSE ${ms(typical("theirs", p50))}`,
          ratio: ratio(p50),
          goal: "–",
          met: null,
        },
      );
    }
    return { lines: table, rounds: all };
  } finally {
    for (const one of [writer, plain, readers.theirs, readers.ours]) one.stop();
  }
}
