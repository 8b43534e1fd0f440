import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "@/scripts/lib/browser.mjs";

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export const startBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findBrowser(), args: [...quiet, ...asRoot] });

/** Long tasks go on being watched for this long after the highlights are there, in ms. */
const AFTER = 1_000;
const PATIENCE = 120_000;

/** A browser of their own for somebody: nothing in its caches, and the cookie of their session. */
export async function newContext(
  browser: Browser,
  address: string,
  cookie?: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  if (cookie) {
    const [name = "", value = ""] = cookie.split("=");
    // For the whole server: the path of a page would become the cookie's.
    const url = new URL(address).origin;
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
  }
  return context;
}

interface Watch {
  painted: number | null;
  tasks: number[];
}

declare global {
  interface Window {
    glossaBench: Watch;
  }
}

export interface Opening {
  /** From navigation to the first frame in which every highlight is there, in ms. */
  painted: number;
  /** From navigation to the first byte of the page, in ms. */
  firstByte: number;
  /** The longest task of the main thread, in ms; 0 when none was longer than 50. */
  longestTask: number;
  /** How many were longer than 50 ms. */
  longTasks: number;
  nodes: number;
}

/**
 * Opens `url` with nothing in the browser's caches and waits for the highlights.
 * @param isPainted runs in the page before every frame; a string, because it travels
 * @param use is given the page while it is still open
 */
export async function open(
  browser: Browser,
  { url, cookie, isPainted }: { url: string; cookie?: string; isPainted: string },
  use: (page: Page) => Promise<void> = async () => {},
): Promise<Opening> {
  const context = await newContext(browser, url, cookie);
  try {
    const page = await context.newPage();
    await page.addInitScript({ content: watch(isPainted) });
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => window.glossaBench.painted !== null, undefined, {
      timeout: PATIENCE,
      polling: 100,
    });
    await page.waitForTimeout(AFTER);
    const measured = await page.evaluate(() => {
      const { painted, tasks } = window.glossaBench;
      const [navigation] = performance.getEntriesByType("navigation");
      return {
        painted: painted ?? Number.NaN,
        firstByte: navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : Number.NaN,
        longestTask: Math.max(0, ...tasks),
        longTasks: tasks.length,
        nodes: document.getElementsByTagName("*").length,
      };
    });
    await use(page);
    return measured;
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything of its own. As text, because compiled functions lean on helpers of the compiler. */
const watch = (isPainted: string) => `if (window.top === window) {
  const seen = (window.glossaBench = { painted: null, tasks: [] });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    if (${isPainted}) requestAnimationFrame(() => (seen.painted = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;
