import AxeBuilder from "@axe-core/playwright";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import pg from "pg";

export const password = "glossa-demo";

/** Of all that axe asks, or only of what a theme changes. */
export type Accessible = (page: Page, what?: "all" | "colours") => Promise<void>;

interface Fixtures {
  /** Opens a browser of their own for a person of the demo course, signed in. */
  as: (person: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Opens a browser of their own for somebody who has not signed in. */
  anybody: (options?: BrowserContextOptions) => Promise<Page>;
  /** Fails when axe finds anything serious on the page as it stands. */
  accessible: Accessible;
}

/** What axe reads colours for. */
const colours = ["color-contrast", "link-in-text-block"];

/** Signs in as the sign-in page does, without drawing it. */
export async function signIn(page: Page, person: string): Promise<void> {
  const csrf = await page.request.get("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await page.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: `${person}@glossa.test`, password, json: "true" },
  });
  expect(answer.status(), `${person} signs in`).toBe(200);
}

interface Fiber {
  child: Fiber | null;
  sibling: Fiber | null;
  memoizedState: { isDehydrated?: boolean; dehydrated?: unknown } | null;
}

/** Whether React has taken over the page and every part of it: it does so part by part, and says of each what waits. */
function isTakenOver(): boolean {
  const key = Object.keys(document).find((name) => name.startsWith("__reactContainer$"));
  if (!key) return document.querySelector("main") === null;
  const { stateNode }: { stateNode: { current: Fiber } } = Reflect.get(document, key);
  const parts = [stateNode.current];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const { memoizedState: state, child, sibling } = part;
    if (state?.isDehydrated || state?.dehydrated) return false;
    if (child) parts.push(child);
    if (sibling) parts.push(sibling);
  }
  return true;
}

/** Until the page has done what it had to do: it begins to listen for keys after it is drawn. */
const atRest = (page: Page) => page.evaluate(() => scheduler.postTask(() => {}, { priority: "background" }));

/**
 * A page that has just come hears no key until its script runs: `goto` and `reload` wait for that, where a person would
 * press again. So do keys, Tab apart, until what was shown last hears them.
 */
function listenBeforeKeys(page: Page): Page {
  for (const way of ["goto", "reload"] as const) {
    const go = page[way].bind(page) as (...how: unknown[]) => ReturnType<Page["goto"]>;
    page[way] = async (...how: unknown[]) => {
      const answer = await go(...how);
      await page.waitForFunction(isTakenOver);
      await atRest(page);
      return answer;
    };
  }
  const { keyboard } = page;
  const press = keyboard.press.bind(keyboard);
  keyboard.press = async (key, options) => {
    // While another page comes there is nothing to wait for.
    if (!/Tab$/.test(key)) await atRest(page).catch(() => {});
    await press(key, options);
  };
  return page;
}

/** Every page that is opened in it waits before keys. */
function attentive(context: BrowserContext): BrowserContext {
  const open = context.newPage.bind(context);
  context.newPage = async () => listenBeforeKeys(await open());
  return context;
}

/** More sign in and join here than in any class: what counts attempts begins anew, where the database is at hand. */
async function forgiveAttempts(): Promise<void> {
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL) return;
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  await client.query("DELETE FROM rate_limit").finally(() => client.end());
}

export const test = base.extend<Fixtures & { forgiven: undefined }>({
  forgiven: [
    async ({ baseURL: _ }, use) => {
      await forgiveAttempts();
      await use(undefined);
    },
    { auto: true },
  ],
  page: async ({ page }, use) => {
    await use(listenBeforeKeys(page));
  },
  anybody: async ({ browser, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = attentive(await browser.newContext({ baseURL, ...options }));
      opened.push(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  as: async ({ anybody }, use) => {
    await use(async (person, options) => {
      const page = await anybody(options);
      await signIn(page, person);
      return page;
    });
  },
  accessible: async ({ browserName }, use) => {
    await use(async (page, what = "all") => {
      expect(browserName).toBe("chromium");
      // No page has a frame: what axe does to reach into frames, and what it tells of passes, would take most of the time.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({
        resultTypes: ["violations"],
        ...(what === "colours" && { runOnly: { type: "rule", values: colours } }),
      });
      const { violations } = await axe.analyze();
      const serious = violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => ({
          id,
          where: nodes.map((node) => `${node.target} ${node.failureSummary}`),
        }));
      expect.soft(serious, page.url()).toEqual([]);
    });
  },
});

export { expect };

/** Opens the demo course from the list of courses. */
export async function openCourse(page: Page): Promise<string> {
  await page.goto("/courses");
  await page.getByRole("link", { name: "Competing Security Orders" }).click();
  await page.waitForURL(/\/courses\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}
