import { type Chip, type CitingText, findCitations, keptTargets } from "@/domain/prompt/citation";
import type { CitablePassage } from "@/domain/prompt/cite-query";

/**
 * The chips of a text that the server has not seen yet, as it would make them: a mark that stood in the former text goes
 * on pointing where it pointed, a new one at what has its numbers now.
 * @param former what the server holds, with its chips
 */
export function chipsOf(
  text: string,
  passages: readonly CitablePassage[],
  former: CitingText<Chip> | null,
): Chip[] {
  const kept = keptTargets(text, former);
  return findCitations(text).flatMap(({ reading, paragraph, about }, position): Chip[] => {
    const held = kept.get(position);
    if (held) return [{ ...held, position }];
    const found = passages.find((each) => each.reading === reading && each.paragraph === paragraph);
    return found ? [{ ...found, position, positionId: null, about, anchor: "sound", formerText: null }] : [];
  });
}
