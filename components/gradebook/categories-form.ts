import { z } from "zod";
import { readPoints } from "@/domain/grading/points";

const categoriesForm = z.object({
  /** The version they were changed on. */
  version: z.number(),
  categories: z.array(
    z.object({ id: z.string(), name: z.string(), weight: z.string(), dropLowest: z.number() }),
  ),
});
export type CategoriesForm = z.infer<typeof categoriesForm>;
export type CategoryForm = CategoriesForm["categories"][number];

/** What a device kept; null for nothing, or for what is none. */
export function formIn(kept: string): CategoriesForm | null {
  if (kept === "") return null;
  try {
    return categoriesForm.parse(JSON.parse(kept));
  } catch {
    return null;
  }
}

export type CategoryFault = "name" | "same-name" | "weight";

/** What is amiss, by category. */
export function faultsIn(categories: readonly CategoryForm[]): Map<string, CategoryFault> {
  const faults = new Map<string, CategoryFault>();
  const seen = new Set<string>();
  for (const { id, name, weight } of categories) {
    const plain = name.trim().toLocaleLowerCase();
    const points = readPoints(weight);
    if (plain === "") faults.set(id, "name");
    else if (seen.has(plain)) faults.set(id, "same-name");
    else if (points === null || points > 100_00) faults.set(id, "weight");
    seen.add(plain);
  }
  return faults;
}
