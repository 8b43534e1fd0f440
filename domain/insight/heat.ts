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
  // What begins at a place, less what ends there: one walk over the text, however much lies on it.
  const turns = new Map<number, { lying: number; comments: number; asked: number }>();
  const turn = (at: number, { comments, asked }: Laid, by: 1 | -1) => {
    const found = turns.get(at) ?? { lying: 0, comments: 0, asked: 0 };
    found.lying += by;
    found.comments += by * comments;
    found.asked += asked ? by : 0;
    turns.set(at, found);
  };
  for (const each of within) {
    turn(each.from, each, 1);
    turn(each.to, each, -1);
  }
  const edges = [...turns].sort(([one], [other]) => one - other);
  const here = { lying: 0, comments: 0, asked: 0 };
  const warm: Warm[] = [];
  for (const [at, [from, { lying, comments, asked }]] of edges.entries()) {
    here.lying += lying;
    here.comments += comments;
    here.asked += asked;
    const to = edges[at + 1]?.[0];
    if (to === undefined) break;
    if (here.lying === 0) continue;
    const next = { from, to, comments: here.comments, asked: here.asked > 0 };
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
