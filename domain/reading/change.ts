import { z } from "zod";
import { id } from "@/domain/id";

/** What may have changed on a page: never its words, and never who did it. */
export const changeKinds = ["response", "steelman", "evidence", "frame", "text"] as const;

/**
 * One line of a page's stream. `id` names what stands on the page (an answer, a case, a piece, the course, a reading);
 * `mine`: by the person who listens.
 */
export const change = z.object({ kind: z.enum(changeKinds), id, mine: z.boolean() });
export type Change = z.infer<typeof change>;
export type ChangeKind = Change["kind"];
