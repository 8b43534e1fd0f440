import { Fragment } from "react";
import type { Snippet } from "@/domain/find/snippet";

/** A line of a text with what was looked for marked in it. */
export function Marked({ text, marks }: Snippet) {
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
