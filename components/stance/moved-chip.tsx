import { CiteChip } from "@/components/prose/cite-chip";
import type { MovingPassage } from "./shapes";

/** The passage that moved somebody, as a citation that leads to it. */
export function MovedChip({ courseId, passage }: { courseId: string; passage: MovingPassage }) {
  const chip = {
    ...passage,
    position: 0,
    positionId: null,
    about: null,
    anchor: "sound" as const,
    formerText: null,
  };
  return <CiteChip mark={`${passage.reading} ¶${passage.paragraph ?? ""}`} chip={chip} courseId={courseId} />;
}
