import { v7 as uuidv7 } from "uuid";
import { course, type Entry, everyone } from "./entry";
import { passageAtWork } from "./evidence-scene";
import type { Scene } from "./scene";

const adas = (scene: Scene) => ({ id: scene.evidenceId });
const underAdas = (scene: Scene) => ({ kind: "evidence", id: scene.evidenceId });

/** Evidence and the notes under it. */
export const evidenceTable: Record<string, Entry> = {
  "evidence.page": course(everyone),
  "evidence.labels": course(everyone),
  "evidence.cell": course(
    everyone,
    (scene) => ({ positionId: scene.positionId, dimensionId: scene.dimensionId, cursor: 0 }),
    // A cell that is nowhere is empty.
    { positionId: "ok", dimensionId: "ok" },
  ),
  "evidence.unplaced": course(everyone),
  "evidence.get": course(everyone, adas),
  "evidence.similar": course(everyone, adas),
  "evidence.history": course("ok ok ok no no", adas),
  "evidence.versus": course(everyone, (scene) => ({ a: scene.positionId, b: scene.otherPositionId })),
  "evidence.export": course(everyone),
  "evidence.record": course("ok ok ok ok no", (scene) => ({
    evidence: passageAtWork(scene, "It binds nobody."),
  })),
  "evidence.save": course("ok ok ok no no", (scene) => ({
    evidence: {
      id: scene.evidenceId,
      version: 1,
      claim: "Nobody can be asked.",
      relation: "supports",
      positionId: scene.positionId,
      dimensionId: scene.dimensionId,
      file: true,
    },
  })),
  "evidence.delete": course("ok ok ok no no", adas),
  "evidence.merge": course("ok ok ok no no", (scene) => ({ id: scene.evidenceId, intoId: scene.likeId })),
  "evidence.part": course("ok ok ok no no", (scene) => ({ id: scene.mergedId })),
  "evidence.helpful": course("ok ok no ok no", (scene) => ({ id: scene.evidenceId, on: true })),
  "evidence.check": course("ok ok ok no no", adas),

  "note.list": course(everyone, (scene) => ({ on: underAdas(scene) })),
  "note.post": course("ok ok ok ok no", (scene) => ({
    note: { id: uuidv7(), on: underAdas(scene), body: "Whose consent, then?" },
  })),
  "note.edit": course("no no ok no no", (scene) => ({
    note: { id: scene.noteId, version: 1, body: "As in [[1 ¶1]]." },
  })),
  "note.delete": course("ok ok ok no no", (scene) => ({ id: scene.noteId })),
};
