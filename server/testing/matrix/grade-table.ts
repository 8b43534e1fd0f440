import { v7 as uuidv7 } from "uuid";
import { blank } from "@/domain/grading/grade";
import { course, type Entry, everyone, instructor, staff } from "./entry";
import type { Scene } from "./scene";

const studentOf = (scene: Scene, who: "ada" | "liming" | "stranger") => ({
  assignmentId: scene.assignmentId,
  studentId: scene[who].actor.membershipId,
});
const marks = (scene: Scene) =>
  Object.fromEntries(scene.criteria.map(({ id, levelIds }) => [id, levelIds[2] ?? ""]));
const rubricLevels = [
  { name: "Weak", points: "0" },
  { name: "Strong", points: "10" },
];

/** The scene's rubric under another name. */
const renamed = (scene: Scene) => ({
  title: "Talk",
  holistic: false,
  criteria: ["Close reading", "Argument"].map((name, at) => ({
    id: scene.criteria[at]?.id,
    name,
    description: "",
    levels: ["0", "5", "10"].map((points, level) => ({
      id: scene.criteria[at]?.levelIds[level],
      name: `Level ${level + 1}`,
      points,
    })),
  })),
});

/** Who measures, grades and releases, who asks for another look, and whose phrases are whose. */
export const gradeTable: Record<string, Entry> = {
  "rubric.list": course(staff),
  "rubric.create": course(staff, () => ({
    id: uuidv7(),
    rubric: { title: "Another", criteria: [{ name: "Care", description: "", levels: rubricLevels }] },
  })),
  "rubric.effects": course(staff, (scene) => ({ id: scene.rubricId, rubric: renamed(scene) })),
  "rubric.save": course(staff, (scene) => ({
    id: scene.rubricId,
    version: 1,
    rubric: renamed(scene),
    reason: "",
  })),
  "rubric.remove": course(staff, (scene) => ({ id: scene.rubricId })),

  "grade.toGrade": course(staff),
  "grade.page": course(staff, (scene) => studentOf(scene, "ada")),
  "grade.next": course(staff, (scene) => studentOf(scene, "ada")),
  "grade.beside": course(staff, (scene) => studentOf(scene, "ada")),
  "grade.byPrompt": course(staff, (scene) => ({
    assignmentId: scene.assignmentId,
    promptId: scene.promptId,
  })),
  "grade.ofStudent": course(staff, (scene) => studentOf(scene, "ada")),
  "grade.own": course("none none ok none none", (scene) => ({ assignmentId: scene.assignmentId })),
  "grade.ownList": course(everyone),
  "grade.save": course(staff, (scene) => ({
    ...blank,
    id: uuidv7(),
    ...studentOf(scene, "stranger"),
    version: 0,
    marks: marks(scene),
    reason: "",
  })),
  "grade.release": course(instructor, (scene) => ({ ...studentOf(scene, "liming"), version: 1 })),
  "grade.recall": course(instructor, (scene) => ({
    ...studentOf(scene, "ada"),
    version: 2,
    reason: "A slip.",
  })),
  "grade.undo": course(staff, (scene) => ({ ...studentOf(scene, "liming"), version: 1, reason: "" })),
  "grade.ask": course("no no ok none no", (scene) => ({
    id: uuidv7(),
    assignmentId: scene.assignmentId,
    body: "Would you look at ¶2 again?",
  })),
  "grade.answer": course(staff, (scene) => ({
    id: uuidv7(),
    ...studentOf(scene, "ada"),
    body: "I did, and it stays.",
    asked: 1,
  })),
  "grade.shareOut": course(instructor, (scene) => ({
    assignmentId: scene.assignmentId,
    by: "group",
    graderIds: [scene.instructor.actor.membershipId, scene.assistant.actor.membershipId],
  })),
  "grade.moveShare": course(instructor, (scene) => ({
    ...studentOf(scene, "ada"),
    graderId: scene.assistant.actor.membershipId,
  })),
  "grade.unmask": course(staff, (scene) => ({ ...studentOf(scene, "ada"), reason: "A word in private." })),
  "grade.showNames": course(instructor, (scene) => ({ assignmentId: scene.assignmentId })),
  "grade.releaseDrafts": course(
    instructor,
    (scene) => ({
      assignmentId: scene.assignmentId,
      drafts: [{ studentId: scene.liming.actor.membershipId, version: 1 }],
    }),
    // Drafts that are not there are counted as left, not refused.
    { "drafts.0.studentId": "ok" },
  ),

  "phrase.list": course(staff),
  "phrase.keep": course(staff, () => ({ id: uuidv7(), body: "Say whose words these are.", shared: false })),
  "phrase.share": course("ok no no no no", (scene) => ({ id: scene.phraseId, shared: true })),
  "phrase.use": course(staff, (scene) => ({ id: scene.phraseId })),
  "phrase.delete": course("ok no no no no", (scene) => ({ id: scene.phraseId })),
};
