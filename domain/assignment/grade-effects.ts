import { type Change, effectOn } from "./effect";
import type { Effect } from "./effect-shape";

const measures = [
  "points",
  "participationPoints",
  "participation",
  "latePolicy",
  "rubricId",
  "categoryId",
  "weight",
] as const;

const said = (value: unknown) => (typeof value === "object" && value ? JSON.stringify(value) : String(value));

/** Grades that were given by another measure: they are worked out again, or come to weigh otherwise. */
function measured({ held, draft, students }: Change): Effect[] {
  const graded = students.filter((student) => student.grade !== "none");
  return measures
    .filter((field) => said(held[field]) !== said(draft[field]))
    .map((field) =>
      effectOn(graded, {
        field,
        what: "regraded",
        from: held[field] === null ? null : said(held[field]),
        to: draft[field] === null ? null : said(draft[field]),
        serious: graded.length > 0,
      }),
    );
}

/** How the class's grades lie, shown to those who have seen theirs. */
function distribution({ held, draft, students }: Change): Effect[] {
  if (held.showsDistribution === draft.showsDistribution) return [];
  return [
    effectOn(
      students.filter((student) => student.grade === "released"),
      {
        field: "showsDistribution",
        what: draft.showsDistribution ? "distribution-shows" : "distribution-hides",
        from: String(held.showsDistribution),
        to: String(draft.showsDistribution),
      },
    ),
  ];
}

export const gradeEffects = (change: Change): Effect[] => [...measured(change), ...distribution(change)];
