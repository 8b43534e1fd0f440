import { course, type Entry, everyone, person, staff } from "./entry";
import type { Scene } from "./scene";

const position = (id: string, name: string, colour: string) => ({
  id,
  name,
  short: name,
  line: "In a line.",
  account: "At length, with [[1 ¶1]].",
  sources: "",
  colour,
});

const save = (scene: Scene) => ({
  save: {
    version: 1,
    frame: {
      positions: [position(scene.positionId, "Charter", "pos-5")],
      dimensions: [{ id: scene.dimensionId, name: "Alliances", question: "Do they keep the peace?" }],
    },
  },
});

/** The frame of a course. */
export const frameTable: Record<string, Entry> = {
  "course.framesToCopy": person(),
  "frame.page": course(everyone),
  "frame.uses": course(staff),
  "frame.sourcesToCopy": course(staff),
  "frame.save": course(staff, save, {
    "save.frame.positions.0.id": "CONFLICT",
    "save.frame.dimensions.0.id": "CONFLICT",
  }),
  // Of itself: there is nothing to add.
  "frame.copy": course(staff, (scene) => ({ fromCourseId: scene.courseId })),
};
