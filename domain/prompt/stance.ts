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
    confidence: z.int().min(1).max(5),
    why: optionalText(MAX_WHY),
  })
  .refine((value) => (value.moment === "afterReading") === (value.readingId !== null), {
    message: "reading-and-moment",
  });
export type NewStance = z.infer<typeof newStance>;
