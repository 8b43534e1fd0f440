import { z } from "zod";
import { type Id, id } from "@/domain/id";

const sharings = ["group", "name"] as const;
export type Sharing = (typeof sharings)[number];

export const sharingOut = z.object({
  assignmentId: id,
  by: z.enum(sharings),
  /** Memberships of staff, in the order they are given students. */
  graderIds: z
    .array(id)
    .min(1)
    .max(50)
    .refine((all) => new Set(all).size === all.length, { message: "same-grader" }),
});
export type SharingOut = z.infer<typeof sharingOut>;

/** One student given to another grader, or (null) to nobody. */
export const shareMove = z.object({ assignmentId: id, studentId: id, graderId: id.nullable() });
export type ShareMove = z.infer<typeof shareMove>;

interface Student {
  id: Id;
  group: string | null;
}

export interface Share {
  studentId: Id;
  graderId: Id;
}

/**
 * Students, in the order of the queue, over graders. By name: stretches of the queue whose lengths differ by one at
 * most. By group: each group whole to whoever has the fewest by then, the largest groups first.
 */
export function sharedOut(students: readonly Student[], graderIds: readonly Id[], by: Sharing): Share[] {
  if (by === "name") {
    return students.map((student, at) => ({
      studentId: student.id,
      graderId: graderIds[Math.floor((at * graderIds.length) / students.length)] ?? "",
    }));
  }
  const groups = new Map<string | null, Student[]>();
  for (const student of students) groups.set(student.group, [...(groups.get(student.group) ?? []), student]);
  const load = new Map(graderIds.map((graderId) => [graderId, 0]));
  const lightest = () =>
    graderIds.reduce((one, other) => ((load.get(other) ?? 0) < (load.get(one) ?? 0) ? other : one));
  return [...groups.values()]
    .sort((one, other) => other.length - one.length)
    .flatMap((members) => {
      const graderId = lightest();
      load.set(graderId, (load.get(graderId) ?? 0) + members.length);
      return members.map((student) => ({ studentId: student.id, graderId }));
    });
}
