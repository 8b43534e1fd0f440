/** A stretch of a paragraph on which the same number of comments lie. UTF-16 offsets; the end is not part of it. */
export interface Warm {
  from: number;
  to: number;
  /** Comments and replies on these words. */
  comments: number;
  /** Whether a question that waits for its answer lies here. */
  asked: boolean;
}

export interface Laid {
  from: number;
  to: number;
  /** The comment with its replies. */
  comments: number;
  asked: boolean;
}

/**
 * Where the talk lies in a paragraph: stretches in the order of the text that cover what is commented on, each as long
 * as its count stays the same. What reaches beyond the text is cut; what is empty lies nowhere.
 */
export function heatOf(length: number, laid: readonly Laid[]): Warm[] {
  const within = laid
    .map((each) => ({ ...each, from: Math.max(0, each.from), to: Math.min(length, each.to) }))
    .filter((each) => each.from < each.to);
  const edges = [...new Set(within.flatMap(({ from, to }) => [from, to]))].sort((one, other) => one - other);
  const warm: Warm[] = [];
  for (const [at, from] of edges.entries()) {
    const to = edges[at + 1];
    if (to === undefined) break;
    const here = within.filter((each) => each.from <= from && each.to >= to);
    if (here.length === 0) continue;
    const next = {
      from,
      to,
      comments: here.reduce((sum, each) => sum + each.comments, 0),
      asked: here.some((each) => each.asked),
    };
    const last = warm.at(-1);
    if (last && last.to === from && last.comments === next.comments && last.asked === next.asked)
      last.to = to;
    else warm.push(next);
  }
  return warm;
}

/** Four shades, by the share of the hottest stretch: 1 to 4. */
export const shadeOf = (comments: number, hottest: number): 1 | 2 | 3 | 4 => {
  const share = hottest === 0 ? 0 : comments / hottest;
  return share > 0.75 ? 4 : share > 0.5 ? 3 : share > 0.25 ? 2 : 1;
};
