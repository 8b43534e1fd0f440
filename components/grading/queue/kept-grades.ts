/** A grade that this device keeps and has not saved yet. */
export interface KeptGrade {
  /** The version of the grade that it was begun on. */
  version: number;
  /** The id it is kept under: the student's, or that of the alias they went by when it was begun. */
  under: string;
}

/** By student. */
export type KeptGrades = ReadonlyMap<string, KeptGrade>;

/**
 * Of which students a grade is kept. What was begun under an alias is found again once the names are given back; the
 * other way round it is not, for whoever is told only aliases is not told whose they are.
 * @param versionAt the version that what is kept under an id was begun on; null where nothing is
 */
export const keptGrades = (
  students: readonly { id: string; formerId: string | null }[],
  versionAt: (id: string) => number | null,
): KeptGrades =>
  new Map(
    students.flatMap(({ id, formerId }) => {
      const kept = [id, formerId].flatMap((under) => {
        const version = under === null ? null : versionAt(under);
        return under === null || version === null ? [] : [{ version, under }];
      });
      return kept.slice(0, 1).map((each) => [id, each] as const);
    }),
  );
