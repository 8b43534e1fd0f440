import type { Browser, Page } from "@playwright/test";
import { newContext } from "../lib/browser";
import type { Bench, Line, Outcome } from "../lib/goal";
import { FEW, MANY, type MatrixPage, matrixPage } from "../lib/matrix";
import { inTurn, median } from "../lib/measure";
import { ms } from "../lib/table";

/** Between two keys or two turns of the wheel, in ms. */
const BETWEEN = 33;
/** The cards of one page of a cell. */
const CARDS = 50;

/** Runs in the page: when each frame was drawn, by the clock of the screen, and how long tasks were. */
const watch = `(() => {
  const seen = { frames: [], tasks: [], scrolls: 0, on: true };
  document.addEventListener("scroll", () => seen.scrolls++, true);
  const frame = (at) => { seen.frames.push(at); if (seen.on) requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  });
  observer.observe({ type: "longtask" });
  window.glossaFrames = () => { seen.on = false; observer.disconnect(); return seen; };
})()`;

interface Frames {
  frames: number;
  /** That came later than one sixtieth of a second after the one before. */
  late: number;
  /** The longest task, in ms; 0 when none was longer than 50. */
  longestTask: number;
  /** How often something was scrolled. */
  scrolls: number;
}

/** Waits for a frame in which the page says so; a string, because the page lets no text become code by itself. */
const until = (page: Page, condition: string) =>
  page.evaluate(
    `new Promise((resolve) => { const look = () => (${condition}) ? resolve() : requestAnimationFrame(look); look(); })`,
  );

async function framesOf(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(watch);
  await work();
  await page.waitForTimeout(200);
  const seen = await page.evaluate<{ frames: number[]; tasks: number[]; scrolls: number }>(
    "window.glossaFrames()",
  );
  const late = seen.frames.filter((at, index) => at - (seen.frames[index - 1] ?? at) > 17.5).length;
  const { frames, tasks, scrolls } = seen;
  return { frames: frames.length, late, longestTask: Math.max(0, ...tasks), scrolls };
}

/** Round the grid twice with the arrows, and to its corners. */
async function walk(page: Page): Promise<void> {
  await page.focus(".ev-matrix [data-cell]");
  const way = [
    ...Array.from({ length: 7 }, () => "ArrowRight"),
    ...Array.from({ length: 4 }, () => "ArrowDown"),
    ...Array.from({ length: 7 }, () => "ArrowLeft"),
    ...Array.from({ length: 4 }, () => "ArrowUp"),
    "End",
    "Home",
  ];
  for (const key of [...way, ...way]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(BETWEEN);
  }
}

async function wheel(page: Page, over: string): Promise<void> {
  await page.hover(over);
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.wheel(0, turn < 20 ? 240 : -240);
    await page.waitForTimeout(BETWEEN);
  }
}

interface Use {
  walked: Frames;
  scrolled: Frames;
  /** From Enter on the fullest cell to the frame with its first cards, in ms. */
  opened: number;
  /** Until all its cards are there, asked for page by page, in ms; and the cards. */
  all: number;
  cards: number;
  opening: Frames;
  read: Frames;
}

const cards = ".ev-panel [data-card]";

async function use(browser: Browser, { url, cookie, isPainted, matrix }: MatrixPage): Promise<Use> {
  const context = await newContext(browser, url, cookie);
  try {
    const page = await context.newPage();
    // Low, so that the grid has somewhere to scroll to.
    await page.setViewportSize({ width: 1440, height: 480 });
    await page.goto(url);
    await until(page, isPainted);
    await page.waitForTimeout(1_000);
    const walked = await framesOf(page, () => walk(page));
    const scrolled = await framesOf(page, () => wheel(page, ".ev-matrix [data-cell]"));
    const expected = Math.round(matrix.pieces / 10);
    let opened = Number.NaN;
    let all = Number.NaN;
    const opening = await framesOf(page, async () => {
      await page.focus(`[data-cell="${matrix.fullest}"]`);
      const begun = performance.now();
      await page.keyboard.press("Enter");
      await until(page, `document.querySelectorAll("${cards}").length >= ${Math.min(CARDS, expected)}`);
      opened = performance.now() - begun;
      const more = page.locator(".ev-panel .more button");
      while ((await page.locator(cards).count()) < expected) {
        const shown = await page.locator(cards).count();
        await more.click();
        await until(page, `document.querySelectorAll("${cards}").length > ${shown}`);
      }
      all = performance.now() - begun;
    });
    const count = await page.locator(cards).count();
    const read = await framesOf(page, () => wheel(page, cards));
    return { walked, scrolled, opened, all, cards: count, opening, read };
  } finally {
    await context.close();
  }
}

const share = (uses: Use[], of: (use: Use) => Frames) => {
  const sum = (part: (frames: Frames) => number) => uses.reduce((all, one) => all + part(of(one)), 0);
  return { late: sum(({ late }) => late), frames: sum(({ frames }) => frames) };
};
const longest = (uses: Use[], of: (use: Use) => Frames) =>
  Math.max(...uses.map((one) => of(one).longestTask));
const said = (uses: Use[], of: (use: Use) => Frames) => {
  const { late, frames } = share(uses, of);
  const task = longest(uses, of);
  return `${late} of ${frames} late; ${task === 0 ? "no task over 50 ms" : `longest task ${ms(task)}`}`;
};

/** Using the matrix of evidence with 2,000 pieces, against the same with 20: keys, wheel, and a full cell. */
async function run({ product, browser, rounds, say }: Bench): Promise<Outcome> {
  const few = await matrixPage(product, FEW);
  const many = await matrixPage(product, MANY);
  await use(browser, few);
  say(`the grid by keys and by wheel, and a cell with ${MANY / 10} pieces`);
  const measured = await inTurn(
    rounds,
    () => use(browser, few),
    () => use(browser, many),
  );
  const ours = measured.flatMap((round) => round.ours);
  if (ours.some(({ scrolled, read }) => scrolled.scrolls === 0 || read.scrolls === 0)) {
    throw new Error("Nothing was scrolled.");
  }
  const theirs = measured.flatMap((round) => round.theirs);
  const smooth = (what: string, of: (use: Use) => Frames): Line => {
    const mine = share(ours, of);
    const other = share(theirs, of);
    return {
      what,
      ours: said(ours, of),
      theirs: `${FEW}: ${said(theirs, of)}`,
      ratio: null,
      goal: "late ≤ 1 % more, no task over 50 ms",
      met: mine.late / mine.frames <= other.late / other.frames + 0.01 && longest(ours, of) === 0,
    };
  };
  const typical = (uses: Use[], of: (use: Use) => number) => ms(median(uses.map(of)));
  const count = (uses: Use[]) => median(uses.map((one) => one.cards));
  return {
    lines: [
      smooth("frames while one walks the grid of 2,000 pieces with the arrows", (one) => one.walked),
      smooth("the same while it is scrolled", (one) => one.scrolled),
      {
        what: `open its fullest cell: the first ${CARDS} cards, then all ${count(ours)}`,
        ours: `${typical(ours, (one) => one.opened)}, ${typical(ours, (one) => one.all)}`,
        theirs: `${count(theirs)} cards: ${typical(theirs, (one) => one.opened)}`,
        ratio: null,
        goal: "–",
        met: null,
      },
      {
        what: "frames meanwhile",
        ours: said(ours, (one) => one.opening),
        theirs: `${count(theirs)} cards: ${said(theirs, (one) => one.opening)}`,
        ratio: null,
        goal: "–",
        met: null,
      },
      {
        what: `frames while its ${count(ours)} cards are scrolled`,
        ours: said(ours, (one) => one.read),
        theirs: `${count(theirs)} cards: ${said(theirs, (one) => one.read)}`,
        ratio: null,
        goal: "–",
        met: null,
      },
    ],
    rounds: measured,
  };
}

export const m2 = { name: "M2", run };
