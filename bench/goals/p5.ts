import type { Browser, Page } from "@playwright/test";
import type { MadeReading } from "../data/course";
import { newContext } from "../lib/browser";
import type { Bench, Outcome } from "../lib/goal";
import { inTurn, median, percentile, ratioOf } from "../lib/measure";
import type { Product } from "../lib/product";
import { openBox, readerOf } from "../lib/reader";
import { ms } from "../lib/table";
import { Worker } from "../lib/worker";
import type { WriterQuestions } from "../workers/writer";

const COMMENTS = 5_000;
const PER_SECOND = 50;
const GOAL = 1.2;
/** Between two keystrokes, in ms: a quick typist. */
const BETWEEN = 60;
const typed =
  "The second ledger was written by somebody who never saw the first, and it still agrees with it to the last penny.";

/** Runs in the page: from each keystroke to the first moment after the frame that shows it, in ms. */
const watchKeys = `window.glossaKeys = [];
let pressed = 0;
document.addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
document.addEventListener("input", () => {
  const from = pressed;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.glossaKeys.push(performance.now() - from);
    port2.postMessage(null);
  });
}, true);`;

/** Where the person is: what must not move under their hands. */
const whereabouts = `(() => {
  const box = document.activeElement;
  const top = document.elementFromPoint(300, 450)?.closest("[id]");
  const area = box.matches("textarea");
  return {
    focus: box.tagName + " " + (box.getAttribute("aria-label") ?? box.id),
    caret: area ? [box.selectionStart - box.value.length, box.selectionEnd - box.value.length] : null,
    value: area ? box.value : "",
    text: top ? top.id + " " + Math.round(top.getBoundingClientRect().top) : "",
    scroll: [scrollX, scrollY],
    box: Math.round(box.getBoundingClientRect().top),
  };
})()`;

interface Place {
  focus: string;
  caret: number[] | null;
  value: string;
  text: string;
  scroll: number[];
  box: number;
}

export interface Typing {
  keys: number[];
  p50: number;
  p99: number;
  /** What was not where it had been, by name. */
  moved: string[];
  /** Bytes of the stream that arrived while it was typed. */
  arrived: number;
}

const movedBetween = (before: Place, after: Place): string[] =>
  [
    before.focus === after.focus ? "" : `focus (${before.focus} → ${after.focus})`,
    String(before.caret) === String(after.caret) ? "" : "caret",
    after.value === `${before.value}${typed}` ? "" : "words",
    String(before.scroll) === String(after.scroll) ? "" : `scroll (${before.scroll} → ${after.scroll})`,
    before.text === after.text ? "" : `text (${before.text} → ${after.text})`,
    before.box === after.box ? "" : `box (${before.box} → ${after.box})`,
  ].filter(Boolean);

/** Bytes that arrive on the page's streams from now on. */
async function streamOf(page: Page): Promise<{ bytes: number }> {
  const session = await page.context().newCDPSession(page);
  const seen = { bytes: 0 };
  const streams = new Set<string>();
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.mimeType === "text/event-stream") streams.add(requestId);
  });
  session.on("Network.dataReceived", ({ requestId, dataLength }) => {
    if (streams.has(requestId)) seen.bytes += dataLength;
  });
  await session.send("Network.enable");
  return seen;
}

async function type(
  browser: Browser,
  product: Product,
  reading: MadeReading,
  meanwhile: () => Promise<unknown>,
) {
  const { url, cookie } = await readerOf(product, reading);
  const context = await newContext(browser, url, cookie);
  try {
    const page = await context.newPage();
    const stream = await streamOf(page);
    await page.goto(url);
    await openBox(page);
    // A draft of the time before may stand there.
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.keyboard.type("So: ", { delay: BETWEEN });
    await page.waitForTimeout(500);
    await page.evaluate(watchKeys);
    const before = await page.evaluate<Place>(whereabouts);
    const already = stream.bytes;
    const busy = meanwhile();
    await page.keyboard.type(typed, { delay: BETWEEN });
    await page.waitForTimeout(100);
    const after = await page.evaluate<Place>(whereabouts);
    const keys = await page.evaluate<number[]>("window.glossaKeys");
    const arrived = stream.bytes - already;
    await busy;
    const measured: Typing = {
      keys,
      p50: median(keys),
      p99: percentile(keys, 0.99),
      moved: movedBetween(before, after),
      arrived,
    };
    return measured;
  } finally {
    await context.close();
  }
}

/** Typing a comment while fifty a second arrive from others, against the same page when it is quiet. */
async function run({ product, browser, rounds, say }: Bench): Promise<Outcome> {
  const { course, env } = product;
  const reading = await course.reading(COMMENTS);
  const writer = new Worker<WriterQuestions>(new URL("../workers/writer.ts", import.meta.url), env);
  const authors = course.people.slice(0, 60).map((person) => person.membershipId);
  const seconds = Math.ceil((typed.length * (BETWEEN + 15)) / 1000);
  const write = () =>
    writer.ask("write", {
      courseId: course.courseId,
      roomId: reading.roomId,
      readingId: reading.readingId,
      authors,
      paragraphs: course.text.paragraphs,
      perSecond: PER_SECOND,
      seconds,
      tell: "product",
    });
  try {
    say(`typing ${typed.length} characters, quiet and with ${PER_SECOND} comments a second`);
    await type(browser, product, reading, async () => {});
    const measured = await inTurn(
      rounds,
      () => type(browser, product, reading, async () => {}),
      () => type(browser, product, reading, write),
    );
    // The slowest keystrokes are few: the two measurements of a side in a round are taken together.
    const p99 = (typings: Typing[]) => [
      percentile(
        typings.flatMap(({ keys }) => keys),
        0.99,
      ),
    ];
    const far = measured.map((round) => ({ ours: p99(round.ours), theirs: p99(round.theirs) }));
    const ratio = ratioOf(far, "less");
    const busy = measured.flatMap((round) => round.ours);
    const quiet = measured.flatMap((round) => round.theirs);
    const moved = [...new Set(busy.flatMap((typing) => typing.moved))];
    const arrived = Math.min(...busy.map((typing) => typing.arrived));
    return {
      lines: [
        {
          what: `keystroke to paint, p99, while ${PER_SECOND} comments a second arrive`,
          ours: ms(median(far.flatMap((round) => round.ours))),
          theirs: `quiet: ${ms(median(far.flatMap((round) => round.theirs)))}`,
          ratio,
          goal: "≤ 1.2",
          met: ratio.median <= GOAL && arrived > 0,
        },
        {
          what: "the same, p50",
          ours: ms(median(busy.map((typing) => typing.p50))),
          theirs: `quiet: ${ms(median(quiet.map((typing) => typing.p50)))}`,
          ratio: null,
          goal: "–",
          met: null,
        },
        {
          what: "focus, caret, words, scroll and box while they arrive",
          ours: moved.length === 0 ? "unmoved" : `moved: ${moved.join(", ")}`,
          theirs: `at least ${(arrived / 1000).toFixed(0)} kB arrived`,
          ratio: null,
          goal: "unmoved",
          met: moved.length === 0 && arrived > 0,
        },
      ],
      rounds: measured,
    };
  } finally {
    writer.stop();
  }
}

export const p5 = { name: "P5", run };
