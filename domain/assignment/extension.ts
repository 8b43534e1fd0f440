import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { moment } from "@/domain/moment";
import { optionalText } from "@/domain/text";
import { version, versionOrNone } from "@/domain/version";

/** Other dates for one student, or for one group. */
export const extensionSave = z
  .object({
    id: clientId,
    /** 0 for one that is new. */
    version: versionOrNone,
    assignmentId: id,
    studentId: id.nullable(),
    groupId: id.nullable(),
    dueAt: moment,
    closesAt: moment,
    /** For staff. */
    reason: optionalText(1_000),
  })
  .refine(({ studentId, groupId }) => (studentId === null) !== (groupId === null), {
    message: "student-or-group",
    path: ["studentId"],
  });

export const extensionWithdrawal = z.object({ id, version });

export type ExtensionSave = z.infer<typeof extensionSave>;
export type ExtensionWithdrawal = z.infer<typeof extensionWithdrawal>;
