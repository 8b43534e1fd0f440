import { v7 as uuidv7 } from "uuid";
import { course, type Entry, everyone, staff } from "./entry";
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

/** Prompts, the answers to them, and who is given which to read. */
export const responseTable: Record<string, Entry> = {
  "prompt.list": course(everyone),
  "prompt.progress": course(everyone),
  "prompt.page": course(everyone, (scene) => ({ promptId: scene.promptId })),
  "prompt.passages": course(everyone),
  "prompt.unanswered": course(staff),
  "response.ofPrompt": course(everyone, (scene) => ({ promptId: scene.promptId })),
  "response.history": course("ok ok ok none no", (scene) => ({ id: scene.responseId })),
  "response.next": course(everyone, (scene) => ({ promptId: scene.promptId })),
  "response.keepDraft": course("no no ok ok no", response),
  "response.post": course("no no ok ok no", response),
  "response.handNext": course("no no ok ok no", (scene) => ({ promptId: scene.promptId })),
  // What cannot be seen is passed over.
  "response.seen": course(everyone, (scene) => ({ ids: [scene.responseId] }), { "ids.0": "ok" }),
  "response.reply": course("ok ok ok none no", (scene) => ({
    reply: { id: uuidv7(), parentId: scene.responseId, relation: "challenge", body: "And of nobody else?" },
  })),
  "response.delete": course("ok ok ok none no", (scene) => ({ id: scene.responseId })),
};
