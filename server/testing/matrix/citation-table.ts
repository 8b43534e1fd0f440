import { course, type Entry, everyone } from "./entry";

/** Where passages are cited: everybody may ask, and each is told of what they may see. */
export const citationTable: Record<string, Entry> = {
  "citation.ofReading": course(everyone, (scene) => ({ readingId: scene.readingId })),
  "citation.ofParagraph": course(everyone, (scene) => ({
    readingId: scene.readingId,
    paragraphId: scene.paragraphIds[0],
  })),
};
