import { dateEffects } from "./date-effects";
import type { Change } from "./effect";
import type { Effect } from "./effect-shape";
import { gradeEffects } from "./grade-effects";
import { partEffects } from "./part-effects";
import { sightEffects } from "./sight-effects";

/**
 * What saving a draft over a published assignment would do, and to whom; what is serious comes first. Nothing where
 * only staff have seen it.
 */
export function effectsOf(change: Change): Effect[] {
  if (change.held.publishedAt === null) return [];
  const effects = [
    ...dateEffects(change),
    ...sightEffects(change),
    ...gradeEffects(change),
    ...partEffects(change),
  ];
  return [...effects.filter((effect) => effect.serious), ...effects.filter((effect) => !effect.serious)];
}
