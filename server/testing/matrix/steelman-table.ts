import { v7 as uuidv7 } from "uuid";
import { course, type Entry, everyone } from "./entry";

/** Who puts, signs and answers the case that somebody rejects. */
export const steelmanTable: Record<string, Entry> = {
  "steelman.ofPrompt": course(everyone, (scene) => ({ promptId: scene.steelmanPromptId })),
  "steelman.write": course("no no ok ok no", (scene) => ({
    steelman: {
      id: uuidv7(),
      promptId: scene.newSteelmanPromptId,
      positionId: scene.positionId,
      body: "It asks everybody.",
    },
  })),
  "steelman.amend": course("no no ok none no", (scene) => ({
    save: { id: scene.signedSteelmanId, version: 1, body: "It asks everybody, twice." },
  })),
  "steelman.judge": course("no no ok none no", (scene) => ({
    verdict: { id: uuidv7(), steelmanId: scene.waitingSteelmanId, version: 1, signs: true, words: "" },
  })),
  "steelman.rebut": course("no no ok none no", (scene) => ({
    rebuttal: { id: scene.signedSteelmanId, over: null, body: "But who counts?" },
  })),
  "steelman.delete": course("ok ok ok none no", (scene) => ({ id: scene.signedSteelmanId })),
};
