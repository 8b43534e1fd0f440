import type { MovedBy } from "./shapes";

type Move = MovedBy["moves"][number];

/** What a stance that names a passage did: went elsewhere, stayed, or was the first. */
export const kindOf = ({ from, to }: Move) =>
  from === null ? "began" : from.positionId === to ? "stayed" : "went";

const ORDER = { went: 0, stayed: 1, began: 2 } as const;

export interface MovingWords extends MovedBy {
  /** How many of its stances lie elsewhere than the ones before them. */
  went: number;
}

/** The passages named in stances: those that took most students elsewhere first, and in each those moves first. */
export function movingWords(moved: readonly MovedBy[]): MovingWords[] {
  return moved
    .map((each) => ({
      ...each,
      went: each.moves
        .filter((move) => kindOf(move) === "went")
        .reduce((total, { count }) => total + count, 0),
      moves: each.moves.toSorted(
        (one, other) => ORDER[kindOf(one)] - ORDER[kindOf(other)] || other.count - one.count,
      ),
    }))
    .toSorted((one, other) => other.went - one.went || other.stances - one.stances);
}
