import { z } from "zod";
import { id } from "@/domain/id";

/** Threads that were on the screen, each up to its newest comment there; or all of a reading. */
export const seenThreads = z.object({
  readingId: id,
  threads: z.union([
    z.literal("all"),
    z
      .array(z.object({ id, through: z.iso.datetime() }))
      .min(1)
      .max(200),
  ]),
});
export type SeenThreads = z.infer<typeof seenThreads>;
