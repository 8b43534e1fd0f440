import { v7 as uuidv7 } from "uuid";
import { inDays } from "../cast";
import { course, type Entry, staff } from "./entry";

/** Who gives other dates. */
export const extensionTable: Record<string, Entry> = {
  "extension.list": course(staff, (scene) => ({ assignmentId: scene.assignmentId })),
  "extension.save": course(staff, (scene) => ({
    extension: {
      id: uuidv7(),
      version: 0,
      assignmentId: scene.draftAssignmentId,
      studentId: scene.liming.actor.membershipId,
      groupId: null,
      dueAt: inDays(8),
      closesAt: inDays(10),
      reason: "Was ill.",
    },
  })),
  "extension.withdraw": course(staff, (scene) => ({ id: scene.extensionId, version: 1 })),
};
