import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { optionalText } from "@/domain/text";

const stanceMoments = ["before", "afterReading", "after"] as const;
export type StanceMoment = (typeof stanceMoments)[number];

export const MAX_WHY = 2_000;

/** How sure a person is: 1 is a leaning, 5 is certain. */
export const confidences = [1, 2, 3, 4, 5] as const;

export const newStance = z
  .object({
    id: clientId,
    moment: z.enum(stanceMoments),
    /** The reading just read; only with the moment `afterReading`. */
    readingId: id.nullable(),
    /** Null: none of them. */
    positionId: id.nullable(),
    /** The second position of somebody who stands between two. */
    betweenId: id.nullable().default(null),
    confidence: z.int().min(1).max(5),
    why: optionalText(MAX_WHY),
    /** The passage that moved this person. */
    movedBy: z.object({ readingId: id, paragraphId: id }).nullable().default(null),
  })
  .refine((value) => (value.moment === "afterReading") === (value.readingId !== null), {
    message: "reading-and-moment",
  })
  .refine((value) => value.betweenId === null || value.positionId !== null, { message: "between-what" })
  .refine((value) => value.betweenId === null || value.betweenId !== value.positionId, {
    message: "between-one",
  });
export type NewStance = z.infer<typeof newStance>;

/** What the class is shown of how it moved. */
export const flowSettings = z.object({
  showsFlow: z.boolean(),
  /** Fewer people than this are never shown to classmates as a number. */
  smallestGroup: z.int().min(3).max(10),
});
export type FlowSettings = z.infer<typeof flowSettings>;
