import { z } from "zod";
import { clientId, type Id, id } from "@/domain/id";
import { lineOfText, optionalText } from "@/domain/text";
import { version } from "@/domain/version";
import type { Criterion } from "./measure";
import { type Hundredths, MOST_POINTS, points, readPoints, showPoints, sumOf } from "./points";

/** The digits 1 to 9 choose a level. */
export const MOST_LEVELS = 9;
export const MOST_CRITERIA = 20;

/** `id`: of a level that stands already; a new one has none. */
const rubricLevel = z.object({ id: id.optional(), name: lineOfText(120), points });

const rubricCriterion = z.object({
  id: id.optional(),
  name: lineOfText(120),
  description: optionalText(500).default(""),
  levels: z.array(rubricLevel).min(2).max(MOST_LEVELS),
});

const differ = (names: readonly string[]) =>
  new Set(names.map((name) => name.toLocaleLowerCase())).size === names.length;

/** A rubric as it is written. Levels go from the least to the most; `points` are decimals ("7.5"). */
export const rubricDraft = z
  .object({
    title: lineOfText(120),
    /** One criterion that judges the whole, in place of several. */
    holistic: z.boolean().default(false),
    criteria: z
      .array(rubricCriterion)
      .min(1)
      .max(MOST_CRITERIA)
      .refine((criteria) => differ(criteria.map((criterion) => criterion.name)), { message: "same-name" })
      .refine(
        (criteria) => criteria.every((criterion) => differ(criterion.levels.map((level) => level.name))),
        {
          message: "same-name",
        },
      ),
  })
  .refine(({ holistic, criteria }) => !holistic || criteria.length === 1, { message: "holistic-is-one" })
  .refine((rubric) => (mostOf(rubric) ?? 0) <= MOST_POINTS, {
    message: "over-most-points",
    path: ["criteria"],
  });

/** A draft in the making: what `rubricDraft` takes. */
export type RubricDraft = z.input<typeof rubricDraft>;
export const newRubric = z.object({ id: clientId, rubric: rubricDraft });
export type NewRubric = z.infer<typeof newRubric>;

/** `reason` is owed where released grades change by it. */
export const rubricSave = z.object({
  id,
  version,
  rubric: rubricDraft,
  reason: optionalText(1_000).default(""),
});
export type RubricSave = z.infer<typeof rubricSave>;
export const rubricPreview = z.object({ id, rubric: rubricDraft });

/** A rubric as read from its form. */
export type ReadRubric = z.infer<typeof rubricDraft>;

/** Words for a rubric to begin with: criteria and levels by name, the levels from the least to the most. */
export interface RubricWords {
  title: string;
  criteria: readonly string[];
  levels: readonly string[];
}

/** The whole divided into parts that differ by a hundredth at most and add up to it exactly. */
const shares = (whole: Hundredths, parts: number): Hundredths[] =>
  Array.from({ length: parts }, (_, part) => Math.floor(whole / parts) + (part < whole % parts ? 1 : 0));

/**
 * A rubric to begin with, whose best levels add up exactly to the assignment's points.
 * @param of the assignment's points, a decimal; unreadable points count as 0
 */
export function defaultRubric(of: string, words: RubricWords): RubricDraft {
  const most = shares(readPoints(of) ?? 0, words.criteria.length);
  const steps = words.levels.length;
  return {
    title: words.title,
    criteria: words.criteria.map((name, criterion) => ({
      name,
      description: "",
      levels: words.levels.map((level, step) => ({
        name: level,
        points: showPoints(Math.floor(((most[criterion] ?? 0) * (step + 1)) / steps)),
      })),
    })),
  };
}

/** The most a rubric gives; null while a level's points cannot be read. */
export function mostOf(rubric: {
  criteria: readonly { levels: readonly { points: string }[] }[];
}): Hundredths | null {
  const best = rubric.criteria.map((criterion) => {
    const read = criterion.levels.map((level) => readPoints(level.points));
    return read.some((value) => value === null) ? null : Math.max(0, ...read.map((value) => value ?? 0));
  });
  return best.some((value) => value === null) ? null : sumOf(best.map((value) => value ?? 0));
}

/** A criterion as it is to stand, with what is new given an id. */
export interface PlacedCriterion extends Criterion {
  description: string;
  isNew: boolean;
  levels: { id: Id; name: string; points: string; isNew: boolean }[];
}

/**
 * A rubric that is in use, as a draft would have it: what the draft names by id stays what it is under another name
 * or with other points, what it has no id for is new. Null where it names what does not stand in this rubric.
 */
export function placed(
  standing: readonly Criterion[],
  draft: ReadRubric,
  newId: () => Id,
): PlacedCriterion[] | null {
  const criteria = draft.criteria.map((criterion) => {
    const old = standing.find((one) => one.id === criterion.id);
    const levels = criterion.levels.map((level) => ({
      ...level,
      id: level.id ?? newId(),
      isNew: level.id === undefined,
    }));
    const isKnown = levels.every((level) => level.isNew || old?.levels.some((one) => one.id === level.id));
    if ((criterion.id !== undefined && !old) || !isKnown) return null;
    return { ...criterion, id: criterion.id ?? newId(), isNew: criterion.id === undefined, levels };
  });
  const found = criteria.flatMap((criterion) => criterion ?? []);
  const ids = found.flatMap((criterion) => [criterion.id, ...criterion.levels.map((level) => level.id)]);
  return found.length === criteria.length && new Set(ids).size === ids.length ? found : null;
}
