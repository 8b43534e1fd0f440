import type { Work } from "@/components/grading/work/news";
import type { PlaceOf } from "./participation-reasons";

/**
 * Finds what was counted: among a student's comments on the page by its letter (a reply by that of what it stands under),
 * and beyond the page in its thread, or in the matrix.
 */
export function placeIn({ readings }: Work, courseId: string): PlaceOf {
  const letters = new Map(
    readings
      .flatMap((reading) => [
        ...reading.glosses,
        ...reading.paragraphs.flatMap((paragraph) => paragraph.glosses),
      ])
      .flatMap(({ id, letter, replies }) =>
        [id, ...replies.map((reply) => reply.id)].map((each) => [each, letter] as const),
      ),
  );
  return ({ kind, id, thread }) => {
    const letter = letters.get(id);
    if (letter) return { href: `#g-${letter}`, label: letter };
    if (kind === "evidence") return { href: `/courses/${courseId}/evidence?piece=${id}`, label: null };
    if (!thread) return null;
    const { readingId, threadId } = thread;
    return { href: `/courses/${courseId}/readings/${readingId}?thread=${threadId}`, label: null };
  };
}
