import { v7 as uuidv7 } from "uuid";
import { citationTable } from "./citation-table";
import { course, type Entry, everyone } from "./entry";
import { frameTable } from "./frame-table";
import type { Scene } from "./scene";
import { stanceTable } from "./stance-table";
import { termTable } from "./term-table";

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
  ...frameTable,
  ...termTable,
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
  ...stanceTable,
  "evidence.page": course(everyone),
};
