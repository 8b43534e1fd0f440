import { expect, type Page } from "@playwright/test";
import superjson from "superjson";
import { v7 as uuidv7 } from "uuid";
import type { SentDraft } from "@/domain/assignment/assignment";
import { openCourse } from "./fixtures";

/** Calls a procedure as the person who is signed in on the page. Fails when it is refused. */
export async function call<Result>(
  page: Page,
  name: string,
  input: object,
  kind: "query" | "mutation" = "mutation",
): Promise<Result> {
  const sent = superjson.serialize(input);
  const answer =
    kind === "query"
      ? await page.request.get(`/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(sent))}`)
      : await page.request.post(`/api/trpc/${name}`, { data: sent });
  expect(answer.ok(), `${name}: ${await answer.text()}`).toBe(true);
  const { result } = (await answer.json()) as {
    result: { data: Parameters<typeof superjson.deserialize>[0] };
  };
  return superjson.deserialize(result.data) as Result;
}

export interface Place {
  courseId: string;
  assignmentId: string;
  readingId: string;
  sourceId: string;
  /** Of the reader. */
  path: string;
}

const hours = (count: number) => new Date(Date.now() + count * 60 * 60 * 1000);

const TEXT = [
  "On the first morning nobody spoke of the treaty, and everybody had read it.",
  "An order is a promise about tomorrow. It binds only those who expect to meet again.",
  "The small states asked for the words to be written down. The large ones asked for time.",
  "What was agreed in the end fitted on one page, and the page had two columns.",
  "Nobody signed in the evening. In the morning the columns had become three.",
].join("\n\n");

/** A reading of its own in the demo course, assigned and open, so that journeys do not meet. */
export async function makeReading(
  ines: Page,
  what: { text?: string; draft?: Partial<SentDraft>; groups?: boolean } = {},
): Promise<Place> {
  const courseId = (await openCourse(ines)).split("/").at(-1) ?? "";
  const sourceId = uuidv7();
  await call(ines, "source.import", {
    courseId,
    id: sourceId,
    from: { kind: "text", text: what.text ?? TEXT },
  });
  const { revision, versionId } = await call<{ revision: number; versionId: string }>(
    ines,
    "source.get",
    { courseId, id: sourceId },
    "query",
  );
  await call(ines, "source.publish", { courseId, id: sourceId, revision });
  const { groupSets } = await call<{ groupSets: { id: string }[] }>(
    ines,
    "assignment.choices",
    { courseId },
    "query",
  );
  const assignmentId = uuidv7();
  const readingId = uuidv7();
  const draft: SentDraft = {
    title: `Journey ${assignmentId.slice(-6)}`,
    instructions: "",
    readings: [{ id: readingId, versionId }],
    prompts: [],
    rubricId: null,
    points: "10",
    opensAt: hours(-1),
    dueAt: hours(24),
    closesAt: hours(48),
    groupSetId: what.groups ? (groupSets[0]?.id ?? null) : null,
    visibility: "open",
    postFirst: 0,
    names: "named",
    ...what.draft,
  };
  await call(ines, "assignment.create", { courseId, id: assignmentId, draft });
  await call(ines, "assignment.publish", { courseId, id: assignmentId, version: 1 });
  const path = `/courses/${courseId}/readings/${readingId}`;
  return { courseId, assignmentId, readingId, sourceId, path };
}

interface Point {
  n: number;
  at: number;
}

/** Chooses from one offset to another of the text as the page shows it, as a person would with the pointer. */
export async function select(page: Page, from: Point, to: Point): Promise<void> {
  await page.locator(`.page [data-n="${to.n}"] [data-at]`).first().waitFor();
  const offered = page.getByRole("toolbar", { name: "With the selection" });
  // Whoever chooses before the page looks on chooses again.
  await expect(async () => {
    await setSelection(page, from, to);
    await expect(offered).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

async function setSelection(page: Page, from: Point, to: Point): Promise<void> {
  await page.evaluate(
    ([start, end]) => {
      const pointOf = ({ n, at }: { n: number; at: number }) => {
        const run = document.querySelector(`.page [data-n="${n}"] [data-at]`);
        if (!run?.firstChild) throw new Error(`no paragraph ${n}`);
        return [run.firstChild, at] as const;
      };
      const range = document.createRange();
      range.setStart(...pointOf(start));
      range.setEnd(...pointOf(end));
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    },
    [from, to] as const,
  );
}
