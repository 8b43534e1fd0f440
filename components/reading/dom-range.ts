/**
 * Between the page and the canonical text. Each run of a paragraph's text stands in an element with `data-at`, the
 * UTF-16 offset at which the run begins; what is not text (numbers, buttons) stands outside them.
 */
const runsOf = (paragraph: Element) => [...paragraph.querySelectorAll<HTMLElement>("[data-at]")];

const beginOf = (run: HTMLElement) => Number(run.dataset.at);
const lengthOf = (run: HTMLElement) => run.textContent?.length ?? 0;

/** The range that covers `start`–`end` of a paragraph; null where the page does not show it. */
export function rangeIn(paragraph: Element, start: number, end: number): Range | null {
  const range = document.createRange();
  let begun = false;
  for (const run of runsOf(paragraph)) {
    const text = run.firstChild;
    if (!text) continue;
    const from = beginOf(run);
    const to = from + lengthOf(run);
    if (!begun && start <= to) {
      range.setStart(text, Math.max(0, start - from));
      begun = true;
    }
    if (begun && from < end) range.setEnd(text, Math.min(lengthOf(run), end - from));
  }
  return begun && !range.collapsed ? range : null;
}

/** The offset in a paragraph's text of a point on the page, before or after the nearest run where it is in none. */
export function offsetIn(paragraph: Element, node: Node, offset: number): number {
  const element = node instanceof Element ? node : node.parentElement;
  const run = element?.closest<HTMLElement>("[data-at]");
  if (run && paragraph.contains(run)) {
    const within = node.nodeType === Node.TEXT_NODE ? offset : offset > 0 ? lengthOf(run) : 0;
    return beginOf(run) + within;
  }
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  let reached = 0;
  for (const candidate of runsOf(paragraph)) {
    if (before.comparePoint(candidate, 0) <= 0) reached = beginOf(candidate) + lengthOf(candidate);
  }
  return reached;
}

const PREFIX = "p-";

export const paragraphElement = (id: string) => document.getElementById(PREFIX + id);

const idOf = (paragraph: HTMLElement | null): string | null => paragraph?.id.slice(PREFIX.length) ?? null;

export const paragraphAt = (position: number) =>
  document.querySelector<HTMLElement>(`.page [data-p="${position}"]`);

const paragraphOf = (node: Node | null): HTMLElement | null => {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>(".page [data-p]") ?? null;
};

export const paragraphIdOf = (node: Node | null): string | null => idOf(paragraphOf(node));

/** The paragraph at a position in the text; null for the whole reading. */
export const paragraphIdAt = (position: number): string | null => idOf(paragraphAt(position));

/** A paragraph's position in the text, and 0 for the whole reading. */
export const positionOf = (id: string | null): number =>
  id === null ? 0 : Number(paragraphElement(id)?.dataset.p ?? 0);

/** The ¶ number people cite; null for what is not counted. */
export const numberOf = (id: string | null): number | null => {
  const number = id === null ? undefined : paragraphElement(id)?.dataset.n;
  return number === undefined ? null : Number(number);
};

/**
 * All paragraphs that a range touches, in the order of the text. It may begin above them or end below, as when the last
 * one is chosen with three clicks; one that leaves the sheet is not a choice of words.
 */
export function paragraphsIn(range: Range): HTMLElement[] {
  const sheet = document.getElementById("main");
  if (!sheet?.contains(range.startContainer) || !sheet.contains(range.endContainer)) return [];
  const all = sheet.querySelectorAll<HTMLElement>(".page [data-p]");
  return [...all].filter((paragraph) => range.intersectsNode(paragraph));
}

/**
 * The canonical text of a paragraph, read back from the page: between two runs stands what the canonical text has
 * there, a line break between lines and " | " between the cells of a table.
 */
export function textOf(paragraph: Element): string {
  let text = "";
  for (const run of runsOf(paragraph)) {
    const gap = beginOf(run) - text.length;
    if (gap > 0) text += gap === 1 ? "\n" : " | ".slice(0, gap).padEnd(gap);
    text += run.textContent ?? "";
  }
  return text;
}
