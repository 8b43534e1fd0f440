import { z } from "zod";
import { id } from "@/domain/id";

/** Where somebody is in a reading, as their browser reports it. */
export const presenceReport = z.object({
  readingId: id,
  /** Position of the paragraph in sight; null before the text has been touched. */
  at: z.int().positive().max(100_000).nullable(),
  /** The thread in which a reply is being written. */
  typing: id.nullable(),
  /** Left: others need not wait for it to expire. */
  gone: z.boolean().optional(),
});
export type PresenceReport = z.infer<typeof presenceReport>;

/** Whether one is seen reading: for oneself, or (staff) for the whole course. */
export const presenceSetting = z.object({ of: z.enum(["self", "course"]), on: z.boolean() });
export type PresenceSetting = z.infer<typeof presenceSetting>;

/** After this long without a report somebody counts as gone. Milliseconds. */
export const PRESENCE_EXPIRES = 35_000;
/** A report is repeated this often while nothing changes. Milliseconds. */
export const PRESENCE_EVERY = 12_000;
