import type { QueueState } from "@/domain/grading/queue";

/** The state of a grade as a small drawn mark; its name stands beside it in words. */
export function QueueMark({ state, late }: { state: QueueState; late: boolean }) {
  return (
    <svg className="st" viewBox="0 0 12 12" aria-hidden="true">
      {state === "none" && <path d="M2.5 6h7" fill="none" />}
      {(state === "todo" || state === "draft" || state === "recalled") && (
        <circle cx="6" cy="6" r="4.25" fill="none" />
      )}
      {state === "todo" && late && <path d="M6 3.6V6l1.6 1.2" fill="none" />}
      {(state === "draft" || state === "recalled") && (
        <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" className="f" />
      )}
      {state === "released" && (
        <>
          <circle cx="6" cy="6" r="4.9" className="f" />
          <path d="m3.9 6.1 1.5 1.5 2.8-3" className="k" />
        </>
      )}
    </svg>
  );
}
