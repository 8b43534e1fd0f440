import { v7 as uuidv7 } from "uuid";
import { course, type Entry, staff } from "./entry";
import { assignmentDraft, type Scene } from "./scene";

/** The scene's draft as it might be saved. */
const changed = (scene: Scene) => ({
  id: scene.draftAssignmentId,
  draft: assignmentDraft(scene, { readings: [{ id: scene.draftReadingId, versionId: scene.versionId }] }),
});

/** Assignments as staff make them. */
export const assignmentTable: Record<string, Entry> = {
  "assignment.list": course(staff),
  "assignment.choices": course(staff),
  "assignment.copyTargets": course(staff),
  "assignment.get": course(staff, (scene) => ({ id: scene.draftAssignmentId })),
  // Asks only: what a draft names elsewhere is refused where it is saved.
  "assignment.effects": course(staff, (scene) => ({ ...changed(scene), id: scene.assignmentId }), {
    "draft.readings.0.id": "ok",
    "draft.readings.0.versionId": "ok",
    "draft.prompts.0.positions.0": "ok",
    "draft.prompts.0.positions.1": "ok",
    "draft.prompts.0.dimensionId": "ok",
    "draft.prompts.0.termId": "ok",
    "draft.rubricId": "ok",
    "draft.groupSetId": "ok",
  }),
  "assignment.create": course(staff, (scene) => ({ id: uuidv7(), draft: assignmentDraft(scene) })),
  "assignment.save": course(staff, (scene) => ({ ...changed(scene), version: 1, touches: null }), {
    "draft.readings.0.id": "CONFLICT",
  }),
  "assignment.publish": course(staff, (scene) => ({ id: scene.draftAssignmentId, version: 1 })),
  // A draft already: it is answered with.
  "assignment.unpublish": course(staff, (scene) => ({ id: scene.draftAssignmentId, version: 1 })),
  "assignment.delete": course(staff, (scene) => ({ id: scene.draftAssignmentId, version: 1 })),
  "assignment.copy": course(staff, (scene) => ({
    id: scene.draftAssignmentId,
    newId: uuidv7(),
    toCourseId: scene.courseId,
    title: null,
  })),
};
