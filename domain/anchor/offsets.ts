import { differenceOf } from "@/domain/comment/difference";

/** How much two texts have in common at their beginnings, up to the end of a word. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  if (length === 0 || (length === most && a.length === b.length)) return length;
  return a.lastIndexOf(" ", length - 1) + 1;
}

/** The same at their ends, behind what they have in common before; from the beginning of a word. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  const space = a.indexOf(" ", a.length - length);
  return space < 0 ? 0 : a.length - space;
}

/** Old offset → new offset for every unit of the earlier text that is still there; -1 where it is gone. */
export function mapOf(earlier: string, later: string): Int32Array {
  const map = new Int32Array(earlier.length).fill(-1);
  const keep = (from: number, to: number, length: number) => {
    for (let unit = 0; unit < length; unit++) map[from + unit] = to + unit;
  };
  // Most edits are small: only what stands between them is compared word by word.
  const start = commonStart(earlier, later);
  const end = commonEnd(earlier, later, start);
  keep(0, 0, start);
  keep(earlier.length - end, later.length - end, end);
  let from = start;
  let to = start;
  const middle = (text: string) => text.slice(start, text.length - end);
  for (const { kind, text } of differenceOf(middle(earlier), middle(later))) {
    if (kind === "same") keep(from, to, text.length);
    if (kind !== "added") from += text.length;
    if (kind !== "removed") to += text.length;
  }
  return map;
}
