import { v7 as uuidv7 } from "uuid";
import { citationTable } from "./citation-table";
import { course, type Entry, everyone } from "./entry";
import type { Scene } from "./scene";

const response = (scene: Scene) => ({
  response: {
    id: uuidv7(),
    // The other prompt: Ada has answered the first.
    promptId: scene.otherPromptId,
    version: 0,
    positionId: scene.positionId,
    body: "Of everybody whom it binds.",
  },
});

/** What concerns the positions that compete: prompts, answers, stances, evidence. */
export const positionsTable: Record<string, Entry> = {
  ...citationTable,
  "prompt.list": course(everyone),
  "prompt.page": course(everyone, (scene) => ({ promptId: scene.promptId })),
  "prompt.passages": course(everyone),
  "response.ofPrompt": course(everyone, (scene) => ({ promptId: scene.promptId })),
  "response.keepDraft": course("ok ok ok ok no", response),
  "response.post": course("ok ok ok ok no", response),
  "response.reply": course("ok ok ok none no", (scene) => ({
    reply: { id: uuidv7(), parentId: scene.responseId, relation: "challenge", body: "And of nobody else?" },
  })),
  "response.delete": course("ok ok ok none no", (scene) => ({ id: scene.responseId })),
  "stance.mine": course(everyone),
  "stance.take": course("no no ok ok no", (scene) => ({
    stance: {
      id: uuidv7(),
      moment: "afterReading",
      readingId: scene.readingId,
      positionId: scene.positionId,
      confidence: 3,
      why: "",
    },
  })),
  "evidence.page": course(everyone),
};
