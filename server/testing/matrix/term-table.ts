import { v7 as uuidv7 } from "uuid";
import { course, type Entry, everyone, staff } from "./entry";
import type { Scene } from "./scene";

const difference = (scene: Scene) => ({
  difference: {
    id: uuidv7(),
    termId: scene.termId,
    left: { readingId: scene.readingId, paragraphId: scene.paragraphIds[0] },
    right: { readingId: scene.readingId, paragraphId: scene.paragraphIds[1] },
    claim: "One is said, one is signed.",
  },
});

/** The terms that the readings use against one another. */
export const termTable: Record<string, Entry> = {
  "term.list": course(everyone),
  "term.page": course(everyone, (scene) => ({ termId: scene.termId })),
  "term.get": course(staff, (scene) => ({ termId: scene.termId })),
  "term.save": course(staff, (scene) => ({
    term: {
      id: scene.termId,
      version: 1,
      name: "treaty",
      gloss: "Who signs one?",
      forms: [{ language: "en", words: "treaty" }],
    },
  })),
  "term.remove": course(staff, (scene) => ({ id: scene.termId, on: true })),
  "term.order": course(staff, (scene) => ({ ids: [scene.termId] })),
  "term.stateDifference": course("ok ok ok ok no", difference),
  // Ada's.
  "term.deleteDifference": course("ok ok ok no no", (scene) => ({ id: scene.differenceId })),
};
