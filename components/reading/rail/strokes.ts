import { strokesOf } from "@/domain/reading/miniature";
import type { Digest } from "../reader-types";

type Mark = Digest["marks"][number];

const colours: Record<Mark[1], string> = {
  plain: "var(--line-strong)",
  question: "var(--question)",
  insight: "var(--insight)",
  challenge: "var(--challenge)",
  term: "var(--term)",
};

/** The marks of a digest, by the paragraph's position. */
export function marksByPosition(marks: readonly Mark[]): Map<number, [Mark[1], number[]][]> {
  const found = new Map<number, [Mark[1], number[]][]>();
  for (const [position, signal, offsets] of marks) {
    const there = found.get(position);
    if (there) there.push([signal, offsets]);
    else found.set(position, [[signal, offsets]]);
  }
  return found;
}

/**
 * What a miniature is painted with, as layers of a CSS background: one element, however many lines and strokes.
 * @param length of the paragraph's text
 * @param lines of the miniature
 */
export function strokesCss(marks: [Mark[1], number[]][] | undefined, length: number, lines: number): string {
  return strokesOf(marks ?? [], length, lines)
    .map(({ line, left, width, kind }) => {
      const at = width >= 100 ? 0 : Math.round((left / (100 - width)) * 100);
      return `linear-gradient(${colours[kind]} 0 0) ${at}% calc(var(--pitch) * ${line}) / max(${width}%, var(--least)) var(--stroke) no-repeat`;
    })
    .join(",");
}
