import type { Work } from "@/components/grading/work/news";
import type { PlaceOf } from "./participation-reasons";

/** Finds what was counted among a student's comments on the page, by its letter. */
export function placeIn({ readings }: Work): PlaceOf {
  const letters = new Map(
    readings.flatMap((reading) =>
      [...reading.glosses, ...reading.paragraphs.flatMap((paragraph) => paragraph.glosses)].map(
        (gloss) => [gloss.id, gloss.letter] as const,
      ),
    ),
  );
  return ({ id }) => {
    const letter = letters.get(id);
    return letter ? { href: `#g-${letter}`, label: letter } : null;
  };
}
