import { course, type Entry, staff } from "./entry";

/** Where the class talks, asks, falls behind and answers: for staff. */
export const insightTable: Record<string, Entry> = {
  "insight.choices": course(staff),
  "insight.heat": course(staff, (scene) => ({ readingId: scene.readingId }), { sectionId: "ok" }),
  "insight.questions": course(staff),
  "insight.behind": course(staff),
  "insight.replies": course(staff),
  "insight.activity": course(staff),
};
