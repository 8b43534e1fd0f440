import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { writtenText } from "@/domain/text";
import { gradePlace, MAX_REASON, MAX_REQUEST } from "./grade";

/** A student's request to look again at a grade that was released to them. */
export const gradeAsk = z.object({ id: clientId, assignmentId: id, body: writtenText(MAX_REQUEST) });
export type GradeAsk = z.infer<typeof gradeAsk>;

/** What staff say to it. */
export const gradeAnswer = z.object({
  id: clientId,
  ...gradePlace,
  body: writtenText(MAX_REQUEST),
  /** How often the student had asked, as far as whoever answers has read: what came since goes on waiting. */
  asked: z.int().positive().max(100_000),
});
export type GradeAnswer = z.infer<typeof gradeAnswer>;

/** One name of a blind assignment, to one grader, for a reason that is kept. */
export const unmasking = z.object({ ...gradePlace, reason: writtenText(MAX_REASON) });
export type UnmaskingInput = z.infer<typeof unmasking>;
