import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { writtenText } from "@/domain/text";
import { versionOrNone } from "@/domain/version";

/** A response may be an essay, with room to spare. UTF-16 units. */
export const MAX_RESPONSE = 40_000;
export const MAX_REPLY = 10_000;

export const replyRelations = ["agree", "challenge", "ask"] as const;
export type ReplyRelation = (typeof replyRelations)[number];

/** A response as it is sent to be kept or posted: the whole of it, and the version it was written on. */
export const responseText = z.object({
  id: clientId,
  promptId: id,
  /** 0 for one that the server has not seen yet. */
  version: versionOrNone,
  /** Null: no position is taken. */
  positionId: id.nullable(),
  body: writtenText(MAX_RESPONSE),
});
export type ResponseText = z.infer<typeof responseText>;

export const newReply = z.object({
  id: clientId,
  parentId: id,
  relation: z.enum(replyRelations),
  body: writtenText(MAX_REPLY),
});
export type NewReply = z.infer<typeof newReply>;

/** More answers than anybody reads between two reports. */
export const seenResponses = z.object({ ids: z.array(id).min(1).max(200) });

/** A wish for two answers to read; `instead` puts one of those in hand away for another. */
export const handNext = z.object({ promptId: id, instead: id.optional() });
export type HandNext = z.infer<typeof handNext>;

/** What was kept of a draft less than this ago is enough: a save in between takes its place. Milliseconds. */
const DRAFT_KEPT_EVERY = 10 * 60 * 1000;

/**
 * Whether a save has to keep what the answer said before. What was posted is always kept, and so is the draft that
 * becomes the posted answer; of a draft that saves itself, one state in ten minutes.
 */
export function keepsVersion(save: {
  purpose: "draft" | "post";
  wasPosted: boolean;
  /** When the newest state that was kept had been written, or the draft begun. */
  keptAt: Date;
  now: Date;
}): boolean {
  return (
    save.purpose === "post" ||
    save.wasPosted ||
    save.now.getTime() - save.keptAt.getTime() >= DRAFT_KEPT_EVERY
  );
}
