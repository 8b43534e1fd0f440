import type { Carried } from "./carry";

/** How many anchors stay, are to be looked at, and are gone. */
export interface CarryTally {
  sound: number;
  changed: number;
  lost: number;
}

export function tallyCarried(carried: readonly Pick<Carried, "state">[]): CarryTally {
  const tally: CarryTally = { sound: 0, changed: 0, lost: 0 };
  for (const { state } of carried) tally[state]++;
  return tally;
}
