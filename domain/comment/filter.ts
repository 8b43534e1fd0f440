import { z } from "zod";
import { signals } from "./comment";

export const shows = ["all", "unread", "mine", "unanswered", "resolved", ...signals] as const;
export type Show = (typeof shows)[number];

/** Which threads of a reading to show. */
export const threadFilter = z.object({
  show: z.enum(shows),
  /** The key of whoever wrote in them; null for anybody. */
  person: z.uuid().nullable(),
});
export type ThreadFilter = z.infer<typeof threadFilter>;

export const noFilter: ThreadFilter = { show: "all", person: null };

/** What a thread's counts say of it, for the filters. */
export interface ThreadCounts {
  /** Comments that stand, the root left out. */
  replies: number;
  /** Others' comments that this person has not seen yet. */
  unread: number;
}
