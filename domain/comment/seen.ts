import { z } from "zod";
import { id } from "@/domain/id";

/** Of a year that every calendar here knows: PostgreSQL's begins with 1. */
const moment = z.iso.datetime().refine((text) => text >= "1970", { message: "too-early" });

/** Threads that were on the screen, each up to its newest comment there; or all of a reading. */
export const seenThreads = z.object({
  readingId: id,
  threads: z.union([
    z.literal("all"),
    z
      .array(z.object({ id, through: moment }))
      .min(1)
      .max(200),
  ]),
});
export type SeenThreads = z.infer<typeof seenThreads>;
