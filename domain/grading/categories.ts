import { z } from "zod";
import { clientId } from "@/domain/id";
import { lineOfText } from "@/domain/text";
import { version } from "@/domain/version";
import { points, readPoints } from "./points";

export const MOST_CATEGORIES = 20;

/** A decimal from 0 to 100. */
const perCentWeight = points.refine((weight) => (readPoints(weight) ?? 0) <= 100_00, {
  message: "weight-over-100",
});

const category = z.object({
  id: clientId,
  name: lineOfText(80),
  weight: perCentWeight,
  /** How many of its lowest grades are left out. */
  dropLowest: z.int().min(0).max(50),
});

const differ = (words: readonly string[]) => new Set(words).size === words.length;

/** The course's categories as they are to stand, in this order; none makes all points count alike. */
export const categoriesSave = z.object({
  version,
  categories: z
    .array(category)
    .max(MOST_CATEGORIES)
    .refine((all) => differ(all.map(({ name }) => name.toLocaleLowerCase())), { message: "same-name" })
    .refine((all) => differ(all.map(({ id }) => id)), { message: "same-id" }),
});
export type CategoriesSave = z.infer<typeof categoriesSave>;
