const found = (kind: "any" | "response") => [
  ...document.querySelectorAll<HTMLElement>(kind === "any" ? "[data-subject]" : "[data-response]"),
];

const isSeen = (element: HTMLElement) => element.offsetParent !== null;

/** The comment or response that has the focus, or holds what has it. */
const current = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>("[data-subject]") ?? null;

function goTo(element: HTMLElement | undefined): void {
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

/** Takes the focus `by` comments (or responses) on or back, in the order of the page; from nowhere, to the first. */
export function moveToSubject(by: 1 | -1, kind: "any" | "response" = "any"): void {
  const all = found(kind).filter(isSeen);
  const here = current();
  const at = here ? all.indexOf(here) : -1;
  if (kind === "response" && at === all.length - 1) goTo(all[0]);
  else goTo(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]);
}

/** Opens the remark on the comment or response at hand; on the first there is, when none is. */
export function remarkOnSubject(): void {
  const place = current() ?? found("any").find(isSeen);
  const control = place?.querySelector<HTMLElement>("[data-remark]");
  if (control instanceof HTMLButtonElement) control.click();
  else control?.focus();
}
