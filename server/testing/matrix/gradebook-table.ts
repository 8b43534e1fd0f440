import { v7 as uuidv7 } from "uuid";
import { course, type Entry, instructor, staff } from "./entry";

/** The gradebook: its file, marks entered in it, and what its parts weigh. */
export const gradebookTable: Record<string, Entry> = {
  "gradebook.table": course(staff),
  "gradebook.export": course(staff),
  "gradebook.preview": course(staff, (scene) => ({
    csv: `student id,#1 Week 1\n${scene.stranger.actor.membershipId},3\n`,
  })),
  // What cannot be entered says so mark by mark, and the others are.
  "gradebook.setMarks": course(
    staff,
    (scene) => ({
      marks: [
        {
          id: uuidv7(),
          assignmentId: scene.assignmentId,
          studentId: scene.stranger.actor.membershipId,
          version: 0,
          mark: { kind: "points", points: "3" },
        },
      ],
      reason: "",
    }),
    { "marks.0.assignmentId": "ok", "marks.0.studentId": "ok", "marks.0.id": "ok" },
  ),
  "gradebook.saveCategories": course(instructor, () => ({ version: 1, categories: [] })),
};
