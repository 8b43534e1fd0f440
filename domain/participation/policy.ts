import { z } from "zod";

const wanted = z.int().min(1).max(500);

/** Weight among the parts, as a whole number; 0 leaves the part out. The parts' weights need not sum to 100. */
const weight = z.int().min(0).max(100);

/** What counts as taking part, and how much of it is full marks. */
export const participationPolicy = z
  .object({
    /** Words a comment needs to be counted at all. */
    minWords: z.int().min(0).max(500),
    /** Comments in the assignment's readings, replies among them. */
    comments: z.object({ weight, wanted }),
    /** Distinct paragraphs commented on. */
    spread: z.object({ weight, wanted }),
    /** The mean share that the late policy leaves of each counted comment. */
    timeliness: z.object({ weight }),
    /** Replies to others (`given`) and by others to oneself (`received`; 0 asks for none). */
    replies: z.object({ weight, given: wanted, received: z.int().min(0).max(500) }),
    /** Citations of other paragraphs in one's comments. */
    citations: z.object({ weight, wanted }),
    /** Pieces of evidence filed. */
    evidence: z.object({ weight, wanted }),
  })
  .refine(({ minWords: _, ...parts }) => Object.values(parts).some((part) => part.weight > 0), {
    message: "nothing-counts",
  });
export type ParticipationPolicy = z.infer<typeof participationPolicy>;

export const parts = ["comments", "spread", "timeliness", "replies", "citations", "evidence"] as const;
export type Part = (typeof parts)[number];

/** What an assignment begins with. */
export const defaultParticipation: ParticipationPolicy = {
  minWords: 5,
  comments: { weight: 25, wanted: 6 },
  spread: { weight: 20, wanted: 8 },
  timeliness: { weight: 15 },
  replies: { weight: 25, given: 3, received: 2 },
  citations: { weight: 15, wanted: 3 },
  evidence: { weight: 0, wanted: 2 },
};
