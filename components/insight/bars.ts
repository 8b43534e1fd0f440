import type { Span } from "./days";

export interface Bar {
  span: Span;
  /** Its column and the bar within it, in pixels. */
  left: number;
  width: number;
  barLeft: number;
  barWidth: number;
  /** Heights of what stands above the line (comments, then the others on them) and what hangs below it. */
  comments: number;
  others: number;
  replies: number;
  /** Whether its day is written under it. */
  labelled: boolean;
}

export interface BarsDrawing {
  bars: Bar[];
  /** Where the line lies from which they rise and hang. */
  base: number;
  /** Where the bars end. */
  floor: number;
}

const TOP = 16;
const HEIGHT = 108;
const GAP = 1.5;
const WIDEST = 32;

/** Which columns are named: those on which something is due, and today; of the others as many as find room. */
function labelsOf(spans: readonly Span[], column: number, room: number): boolean[] {
  const must = spans.map(({ due, now }) => due.length > 0 || now);
  const taken = spans.flatMap((_, index) => (must[index] ? [index] : []));
  const away = room / column;
  return spans.map((_, index) => {
    if (must[index]) return true;
    if (taken.some((other) => Math.abs(other - index) < away)) return false;
    taken.push(index);
    return true;
  });
}

/** Bars side by side over a width, above and below one line, on one scale. */
export function drawBars(spans: readonly Span[], width: number, room = 44): BarsDrawing {
  const column = width / Math.max(1, spans.length);
  const up = Math.max(1, ...spans.map(({ comments, others }) => comments + others));
  const down = Math.max(0, ...spans.map(({ replies }) => replies));
  const unit = HEIGHT / (up + down);
  const barWidth = Math.max(1.5, Math.min(WIDEST, column * 0.56));
  const labels = labelsOf(spans, column, room);
  return {
    base: TOP + up * unit,
    floor: TOP + HEIGHT + GAP,
    bars: spans.map((span, index) => ({
      span,
      left: index * column,
      width: column,
      barLeft: index * column + (column - barWidth) / 2,
      barWidth,
      comments: span.comments * unit,
      others: span.others * unit,
      replies: span.replies * unit,
      labelled: labels[index] ?? false,
    })),
  };
}
