export interface Edited {
  text: string;
  /** The selection afterwards, UTF-16 units. */
  start: number;
  end: number;
}

/** Puts `mark` around the selection, or takes it off where it already stands. */
export function wrapSelection(text: string, start: number, end: number, mark: string): Edited {
  const before = text.slice(0, start);
  const chosen = text.slice(start, end);
  const after = text.slice(end);
  if (before.endsWith(mark) && after.startsWith(mark)) {
    const width = mark.length;
    return {
      text: before.slice(0, -width) + chosen + after.slice(width),
      start: start - width,
      end: end - width,
    };
  }
  return {
    text: before + mark + chosen + mark + after,
    start: start + mark.length,
    end: end + mark.length,
  };
}

/** Puts `mark` before each line that the selection touches. */
export function markLines(text: string, start: number, end: number, mark: string): Edited {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lines = text.slice(from, end).split("\n");
  const marked = lines.map((line) => mark + line).join("\n");
  return {
    text: text.slice(0, from) + marked + text.slice(end),
    start: start + mark.length,
    end: end + mark.length * lines.length,
  };
}
